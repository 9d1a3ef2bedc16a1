import { describe, expect, it } from 'vitest'
import { htmlTable, page, tableRows } from './formPage'
import { flaggedFields, reportOf } from './reading'

describe('digits off the line', () => {
  const withFigure = (figure: string): ReturnType<typeof reportOf> => {
    const rows = tableRows('disputes', '2021', { 'review.upheld': figure })
    const html = htmlTable(rows).replaceAll(/\{(.*?)\}/gu, (_, mark: string) => `<sub>${mark}</sub>`)
    return reportOf('a.html', page([null, null, html]))
  }

  it('are no part of the figure before them where they are lowered, either, and said', () => {
    const report = withFigure('62{1}')
    expect(report.cells['review.upheld']).toMatchObject({ value: 62, state: 'repaired' })
    expect([...flaggedFields(report)]).toEqual(['review.upheld'])
  })

  it('are no figure by themselves', () => {
    expect(withFigure('{1}').cells['review.upheld']).toMatchObject({ value: null, state: 'unread' })
  })
})
