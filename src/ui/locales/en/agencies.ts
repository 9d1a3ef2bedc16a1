import type { agencies as zh } from '../zh/agencies'
import type { Translation } from '../messages'

export const agencies: Translation<typeof zh> = {
  title: 'Agencies',
}
