import type { settings as zh } from '../zh/settings'
import type { Translation } from '../messages'

export const settings: Translation<typeof zh> = {
  title: 'Settings',
}
