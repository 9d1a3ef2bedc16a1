import type { charts as zh } from '../zh/charts'
import type { Translation } from '../messages'

export const charts: Translation<typeof zh> = {
  title: 'Charts',
}
