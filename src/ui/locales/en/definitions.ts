import type { definitions as zh } from '../zh/definitions'
import type { Translation } from '../messages'

export const definitions: Translation<typeof zh> = {
  title: 'Definitions',
}
