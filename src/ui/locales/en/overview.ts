import type { overview as zh } from '../zh/overview'
import type { Translation } from '../messages'

export const overview: Translation<typeof zh> = {
  title: 'Overview',
}
