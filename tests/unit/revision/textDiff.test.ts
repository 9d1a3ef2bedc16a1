import { describe, expect, it } from 'vitest'
import { sequenceDiff } from '@/revision/sequenceDiff'
import { textDiff, textOf } from '@/revision/textDiff'

const letters = (text: string): string[] => Array.from(text)

describe('what leads from one sequence to another, in Node', () => {
  it('is the shortest way', () => {
    const changed = sequenceDiff(letters('ABCABBA'), letters('CBABAC')).filter(({ kind }) => kind !== 'same')
    const edits = changed.reduce((sum, { older, newer }) => sum + older[1] - older[0] + newer[1] - newer[0], 0)
    expect(edits).toBe(5)
  })

  it('is one stretch for equal ones, and for those that have nothing in common two', () => {
    expect(sequenceDiff([1, 2], [1, 2])).toEqual([{ kind: 'same', older: [0, 2], newer: [0, 2] }])
    expect(sequenceDiff([1, 2], [3]).map(({ kind }) => kind)).toEqual(['removed', 'added'])
    expect(sequenceDiff([], [])).toEqual([])
  })
})

describe('how two texts differ, in Node', () => {
  it('tells a changed paragraph by its words, numbers whole', () => {
    expect(textDiff('全年收到申请1,204件，均已答复。', '全年收到申请1,240件，均已按期答复。')).toEqual([
      {
        kind: 'changed',
        pieces: [
          { kind: 'same', text: '全年收到申请' },
          { kind: 'removed', text: '1,204' },
          { kind: 'added', text: '1,240' },
          { kind: 'same', text: '件，均已' },
          { kind: 'added', text: '按期' },
          { kind: 'same', text: '答复。' },
        ],
      },
    ])
  })

  it('tells paragraphs taken out, put in and changed apart', () => {
    const older = '照旧的一段。\n这一段全部删去不要了。\n公开信息三百条，其中规范性文件四件。\n结尾。'
    const newer = '照旧的一段。\n公开信息五百条，其中规范性文件四件。\n末了添上的另外一段话语。\n结尾。'
    expect(textDiff(older, newer).map(({ kind }) => kind)).toEqual(['same', 'removed', 'changed', 'added', 'same'])
  })

  it('does not keep a sign or two between changes as if they had stayed', () => {
    const [changed] = textDiff(
      '我们依法公开政府信息甲乙丙丁的丙丁戊己共同推进',
      '我们依法公开政府信息天地玄黄的日月盈昃共同推进',
    )
    expect(changed).toMatchObject({
      pieces: [
        { kind: 'same' },
        { kind: 'removed', text: '甲乙丙丁的丙丁戊己' },
        { kind: 'added', text: '天地玄黄的日月盈昃' },
        { kind: 'same' },
      ],
    })
  })

  it('gives both texts back, long ones that share little too', () => {
    const sign = (seed: number, at: number): string => String.fromCodePoint(0x4e00 + ((at * seed * 7919) % 997))
    const text = (seed: number): string => Array.from({ length: 20_000 }, (_, at) => sign(seed, at)).join('')
    const [older, newer] = [`同一段开头。\n${text(3)}\n尾`, `同一段开头。\n${text(5)}\n尾`]
    const diff = textDiff(older, newer)
    expect(textOf(diff, 'older')).toBe(older)
    expect(textOf(diff, 'newer')).toBe(newer)
  })
})
