import type { Answers, RecordingAsker } from './asker'
import { askFigure } from './catalogue'
import { answersOfData } from './keptAnswers'
import type { KeptData } from './keptAnswers'
import { notesOf } from './notesOf'
import type { FigureQuestion } from './question'

/**
 * All that figures need to be made again as they are now: what the engine answers to their questions, and the notes that stand on any of them; a note that stands on none is
 * nobody's business who opens the deck. Rejects as the engine does.
 */
export async function frozenAnswers(
  asker: RecordingAsker,
  questions: readonly FigureQuestion[],
  { fingerprint, notes }: Pick<KeptData, 'fingerprint' | 'notes'>,
): Promise<Answers> {
  const { series } = await asker.catalogue()
  const shown = await Promise.all(
    questions.map(async (question) => {
      const chart = await askFigure(asker, question)
      return chart ? notesOf({ question, chart, series }, notes).map(({ note }) => note) : []
    }),
  )
  const own = new Set(shown.flat())
  return answersOfData(await asker.answers(), { fingerprint, notes: notes.filter((note) => own.has(note)) })
}
