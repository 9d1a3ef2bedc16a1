import { fileNameOf } from '../../charts/caption'
import { toldFigure } from './toldFigure'
import type { ListedFigure } from './figureList'
import type { DeckHead } from './pages'

/** Files of one figure have one stem: its number, so that they sort as the 会议夹 does, then what it shows. `digits`: of the largest number. */
export function figureFileName({ page, number }: ListedFigure, head: DeckHead, digits: number, ending: string): string {
  const { caption } = toldFigure(page, head, true)
  return `${String(number).padStart(Math.max(2, digits), '0')} ${fileNameOf(caption, ending)}`
}
