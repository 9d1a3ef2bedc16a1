import type { Translation } from '../messages'
import type { importing as zh } from '../zh/import'

export const importing: Translation<typeof zh> = {
  title: 'Import',
}
