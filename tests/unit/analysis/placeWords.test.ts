import { describe, expect, it } from 'vitest'
import { cellOf, subjectOf } from '@/analysis/placeWords'

const box = { x: 0, y: 0, width: 1, height: 1 }

describe('the cell that a place leads to', () => {
  it('is its own, and of a share that of the numerator', () => {
    expect(cellOf('requests.granted.total')).toBe('requests.granted.total')
    expect(cellOf('rate.granted')).toBe('requests.granted.total')
  })
  it('is none where several cells make the number, or nothing is known', () => {
    expect(cellOf('rate.opened')).toBeNull()
    expect(cellOf('rate.nothing')).toBeNull()
  })
})

describe('what a place shows', () => {
  it('is named by the chart, else by its figure, else by its part', () => {
    expect(subjectOf({ mark: { part: 'x' }, box, name: { zh: '甲', en: 'a' } })?.zh).toBe('甲')
    expect(subjectOf({ mark: { year: 2024 }, box, figure: 'rate.granted' })?.en).toBeTruthy()
    expect(subjectOf({ mark: { part: 'x' }, box })?.zh).toBe('x')
    expect(subjectOf({ mark: { year: 2024 }, box })).toBeNull()
  })
})
