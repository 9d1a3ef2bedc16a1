import { describe, expect, it } from 'vitest'
import { askerOf } from '@/analysis/asker'
import type { Answers } from '@/analysis/asker'
import { askFigure, FIGURE_KINDS } from '@/analysis/catalogue'
import { frozenAnswers } from '@/analysis/freezing'
import type { PointNote } from '@/analysis/kept'
import { answersOfData, askerOfAnswers, dataOfAnswers, KeptAnswerError } from '@/analysis/keptAnswers'
import { engineOf } from './engine'

const SEED = engineOf()
const question = (kind: string, query: Record<string, string> = {}) => ({ kind, query })
const written = (answers: Answers): Record<string, unknown> =>
  JSON.parse(JSON.stringify(answers)) as Record<string, unknown>
const note = (text: string, mark: PointNote['mark'], kind?: string): PointNote => ({
  id: JSON.stringify([mark, kind]).replace(/[^\w.:-]/gu, ''),
  mark,
  ...(kind !== undefined && { kind }),
  text,
  by: '周审',
  at: '2025-01-01T00:00:00.000Z',
})

describe('kept answers', () => {
  it.each(FIGURE_KINDS.map(({ id }) => id))('%s is the same made of them, without the data', async (id) => {
    const asker = askerOf(SEED)
    const live = await askFigure(asker, question(id))
    const again = await askFigure(askerOfAnswers(written(await asker.answers())), question(id))
    expect(again?.table).toEqual(live?.table)
    expect(again?.readings).toEqual(live?.readings)
  })

  it('say themselves of which data they are, whatever a file makes of it', async () => {
    const asker = askerOf(SEED)
    await asker.catalogue()
    const kept = answersOfData(await asker.answers(), { fingerprint: '2RZ9A51R', notes: [] })
    expect(dataOfAnswers(written(kept)).fingerprint).toBe('2RZ9A51R')
    expect(dataOfAnswers(kept).catalogue?.agencies.length).toBeGreaterThan(0)
    const none = { fingerprint: '', catalogue: null, notes: [] }
    expect(dataOfAnswers({})).toEqual(none)
    expect(dataOfAnswers({ fingerprint: 5, catalogue: { agencies: 7 }, notes: { length: 3 } })).toEqual(none)
  })

  it('hold the notes that stood on any of their figures, each once, and no other', async () => {
    const { years, agencies } = await SEED.catalogue()
    const [newest, before] = [...years].reverse()
    if (newest === undefined || before === undefined) throw new Error('two years')
    const notes = [
      note('机构改革', { year: newest }),
      note('只在办理结果上', { year: before }, 'outcomes'),
      note('别的图的', { year: before }, 'sankey'),
      note('没有这一年', { year: 1999 }),
      note('图上没有的机关', { agency: agencies[0]?.id ?? '' }),
    ]
    const questions = [question('volumes'), question('outcomes')]
    const answers = await frozenAnswers(askerOf(SEED), questions, { fingerprint: 'F', notes })
    expect(dataOfAnswers(written(answers)).notes).toEqual(notes.slice(0, 2))
    for (const own of questions) expect(await askFigure(askerOfAnswers(written(answers)), own)).not.toBeNull()
  })

  it('that lack a figure or were damaged refuse that figure, and say where', async () => {
    await expect(askFigure(askerOfAnswers({}), question('volumes'))).rejects.toThrow(/kept answers lack query/u)
    const asker = askerOf(SEED)
    await askFigure(asker, question('volumes'))
    await askFigure(asker, question('compare'))
    const kept = written(await asker.answers())
    const asked = Object.keys(kept).find((key) => key.startsWith('query '))
    const answer = kept[asked ?? ''] as { groups: { figures: Record<string, { value: unknown }> }[] }
    const received = answer.groups[1]?.figures['requests.received.total']
    if (!received) throw new Error('no such figure')
    received.value = '12'
    const from = askerOfAnswers(kept)
    const refused = askFigure(from, question('volumes'))
    await expect(refused).rejects.toBeInstanceOf(KeptAnswerError)
    await expect(refused).rejects.toMatchObject({ at: 'groups.1.figures.requests.received.total.value' })
    expect(await askFigure(from, question('compare'))).not.toBeNull()
  })

  it('whose ratio is not what its parts make are refused', async () => {
    const asker = askerOf(SEED)
    const { kind, query } = question('outcomeTrend')
    await askFigure(asker, { kind, query })
    const text = JSON.stringify(await asker.answers())
    const wrong = text.replace(/"value":0\.\d+,"numerator"/u, '"value":0.5,"numerator"')
    expect(wrong).not.toBe(text)
    await expect(askFigure(askerOfAnswers(JSON.parse(wrong) as Answers), { kind, query })).rejects.toMatchObject({
      at: expect.stringMatching(/value$/u) as string,
    })
  })
})
