import { describe, expect, it } from 'vitest'
import { cell, definition, DELETED, inCell, INSERTED, oldWord, p, row, rowEnd, sprm, u16, u32 } from './oldWord'
import { brief, grids, placed, read } from './packages'

const FIRST_MERGED = 0x0001
const MERGED = 0x0002
const CONTINUES = 0x0020
const RESTARTS = 0x0060

describe('tables of an old Word document', () => {
  it('stand in reading order among the paragraphs', () => {
    const document = read(
      oldWord([p('一、总体情况'), ...row([0, 100, 200], ['规章', '3']), p('后文'), ...row([0, 100, 200], ['a', 'b'])]),
    )
    expect(document.format).toBe('doc')
    expect(brief(document.blocks)).toEqual(['一、总体情况', [['规章', '3']], '后文', [['a', 'b']]])
    expect(document.blocks[2]).toMatchObject({ place: { line: 2 } })
  })

  it('have the spans that the edges of their cells make', () => {
    const [grid] = grids(
      read(
        oldWord([
          ...row([0, 100, 300], ['结果', '申请人'], [RESTARTS]),
          ...row([-5, 95, 200, 310], ['', '公民', '企业'], [CONTINUES]),
          ...row([0, 100, 200, 300], ['', '1', '2'], [CONTINUES]),
          ...row([0, 100, 200, 300], ['总计', '3', '4'], [RESTARTS]),
        ]),
      ),
    )
    expect(placed(grid)).toEqual([
      '1,1 1×3 结果',
      '1,2 2×1 申请人',
      '2,2 1×1 公民',
      '2,3 1×1 企业',
      '3,2 1×1 1',
      '3,3 1×1 2',
      '4,1 1×1 总计',
      '4,2 1×1 3',
      '4,3 1×1 4',
    ])
  })

  it('join cells that are merged to the left', () => {
    const [grid] = grids(
      read(
        oldWord([
          ...row([0, 100, 200, 300], ['a', '', 'b'], [FIRST_MERGED, MERGED]),
          ...row([0, 100, 200, 300], ['1', '2', '3']),
        ]),
      ),
    )
    expect(placed(grid).slice(0, 2)).toEqual(['1,1 2×1 a', '1,3 1×1 b'])
  })

  it('count the columns that a row leaves out before its first cell', () => {
    const [grid] = grids(
      read(oldWord([...row([0, 100, 500, 900], ['a', 'b', 'c']), ...row([100, 500, 900], ['d', 'e'])])),
    )
    expect(placed(grid).slice(3)).toEqual(['2,2 1×1 d', '2,3 1×1 e'])
  })

  it('keep narrow cells apart', () => {
    const [grid] = grids(
      read(oldWord([...row([0, 100, 105, 110], ['a', 'b', 'c']), ...row([0, 100, 110], ['d', 'e'])])),
    )
    expect(placed(grid)).toEqual(['1,1 1×1 a', '1,2 1×1 b', '1,3 1×1 c', '2,1 1×1 d', '2,2 2×1 e'])
  })

  it('take changes to a definition: cells put in, taken out, resized, merged', () => {
    const changed = [
      ...definition([0, 100, 200]),
      ...sprm(0x7621, 2, 2, ...u16(50)),
      ...sprm(0x5622, 3, 4),
      ...sprm(0x7623, 0, 1, ...u16(150)),
      ...sprm(0x5624, 1, 3),
      ...sprm(0xd62b, 2, 0, 3),
    ]
    const [grid] = grids(
      read(
        oldWord([
          cell('a'),
          cell('b'),
          cell(''),
          rowEnd(changed),
          ...row([0, 150, 250, 300], ['', '1', '2'], [CONTINUES]),
        ]),
      ),
    )
    expect(placed(grid)).toEqual(['1,1 1×2 a', '1,2 2×1 b', '2,2 1×1 1', '2,3 1×1 2'])
  })

  it('without a definition have a column a cell', () => {
    const [grid] = grids(read(oldWord([cell('a'), cell('b'), rowEnd([]), cell('c'), cell('d'), rowEnd([])])))
    expect(placed(grid)).toEqual(['1,1 1×1 a', '1,2 1×1 b', '2,1 1×1 c', '2,2 1×1 d'])
  })

  it('find a definition that stands in the data stream', () => {
    const list = definition([0, 100, 300], [RESTARTS])
    const data = Uint8Array.from([0, 0, 0, 0, ...u16(list.length), ...list])
    const document = oldWord(
      [cell('a'), cell('b'), rowEnd(sprm(0x646b, ...u32(4))), ...row([0, 100, 200, 300], ['', '1', '2'], [CONTINUES])],
      { data },
    )
    expect(placed(grids(read(document))[0])).toEqual(['1,1 1×2 a', '1,2 2×1 b', '2,2 1×1 1', '2,3 1×1 2'])
  })

  it('keep a line for each paragraph and break of a cell', () => {
    const [grid] = grids(
      read(oldWord([inCell('商业'), cell('企业'), cell('科研\x0b机构'), rowEnd(definition([0, 100, 200]))])),
    )
    expect(placed(grid)).toEqual(['1,1 1×1 商业\n企业', '1,2 1×1 科研\n机构'])
  })

  it('inside a figures table follow it', () => {
    const inner = [cell('甲', 2), cell('乙', 2), rowEnd(definition([0, 50, 100]), 2)]
    const document = read(
      oldWord([
        ...row([0, 100, 200, 300], ['1', '2', '3']),
        cell('4'),
        inCell('五'),
        ...inner,
        cell(''),
        cell('6'),
        rowEnd(definition([0, 100, 200, 300])),
        p('末'),
      ]),
    )
    expect(brief(document.blocks)).toEqual([
      [
        ['1', '2', '3'],
        ['4', '五', '6'],
      ],
      [['甲', '乙']],
      '末',
    ])
  })

  it('nested beyond all sense are read as text', () => {
    const document = read(oldWord([inCell('芯', 2_000_000_000), p('末')]))
    expect(JSON.stringify(brief(document.blocks))).toContain('芯')
  })
})

describe('tracked changes in tables of an old Word document', () => {
  it('keep what was put in and drop what was taken out, and say so at the cell', () => {
    const changed = cell([
      { text: '12', changes: DELETED },
      { text: '13', changes: INSERTED },
    ])
    const document = read(oldWord([cell('规章'), changed, rowEnd(definition([0, 100, 200]))]))
    expect(brief(document.blocks)).toEqual([[['规章', '13']]])
    const place = { table: 1, row: 1, column: 2 }
    expect(document.notes).toEqual([
      { code: 'tracked-deletion', params: { text: '12' }, place },
      { code: 'tracked-insertion', params: { text: '13' }, place },
    ])
  })

  it('drop rows that are deleted', () => {
    const gone = (text: string): ReturnType<typeof cell> => cell([{ text, changes: DELETED }])
    const edges = definition([0, 100, 200])
    const kept = row([0, 100, 200], ['新行', '1'])
    const byMark = [gone('旧行'), cell(''), rowEnd(edges, 1, DELETED)]
    const byText = [gone('旧行'), gone('2'), rowEnd(edges)]
    const markAlone = [cell('甲'), cell('乙'), rowEnd(edges, 1, DELETED)]
    expect(brief(read(oldWord([...byMark, ...kept])).blocks)).toEqual([[['新行', '1']]])
    expect(brief(read(oldWord([...byText, ...kept])).blocks)).toEqual([[['新行', '1']]])
    expect(brief(read(oldWord([...markAlone, ...kept])).blocks)[0]).toHaveLength(2)
  })
})
