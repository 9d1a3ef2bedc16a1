import type { report as zh } from '../zh/report'
import type { Translation } from '../messages'

export const report: Translation<typeof zh> = {
  title: 'Report',
}
