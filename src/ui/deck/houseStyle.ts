import type { DeckTemplate } from '@/analysis/kept'
import type { Theme } from '@/state/preferences'

/** The house's colour on a sheet, where letters and ground are those that it was chosen for. */
export const houseStyle = ({ accent }: DeckTemplate, theme: Theme): Readonly<Record<string, string>> =>
  accent === undefined || theme === 'dark' ? {} : { '--accent': accent, '--rule': accent }
