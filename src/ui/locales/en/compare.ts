import type { compare as zh } from '../zh/compare'
import type { Translation } from '../messages'

export const compare: Translation<typeof zh> = {
  title: 'Compare',
}
