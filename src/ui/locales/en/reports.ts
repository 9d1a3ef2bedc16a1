import type { reports as zh } from '../zh/reports'
import type { Translation } from '../messages'

export const reports: Translation<typeof zh> = {
  title: 'Reports',
}
