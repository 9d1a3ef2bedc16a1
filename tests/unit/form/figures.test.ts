import { describe, expect, it } from 'vitest'
import { fieldOf, fieldsOf, isFieldId } from '@/form/fields'
import { figureOf, INDICATORS, indicatorOf } from '@/form/indicators'
import { measureOf, MEASURES } from '@/form/measures'
import type { Terms } from '@/form/measures'
import { FORM_VERSIONS } from '@/form/version'

describe('measures', () => {
  it('have ids of their own, and both labels', () => {
    expect(new Set(MEASURES.map(({ id }) => id)).size).toBe(MEASURES.length)
    for (const { label } of MEASURES)
      expect([/\p{Script=Han}/u.test(label.zh), /^[\p{ASCII}]+$/u.test(label.en)]).toEqual([true, true])
  })

  it('are made of fields of their table, their unit and each version that they name', () => {
    for (const { id, table, unit, terms, series } of MEASURES) {
      const versions = FORM_VERSIONS.filter((version) => terms[version] !== undefined)
      expect([id, versions]).toEqual([id, series === 'continuous' ? ['2019', '2021'] : [series]])
      for (const version of versions) {
        const { plus, minus = [] }: Terms = terms[version] ?? { plus: [] }
        const known = new Set<string>(fieldsOf(table, version).map((field) => field.id))
        for (const field of [...plus, ...minus]) {
          expect([id, field, known.has(field)]).toEqual([id, field, true])
          expect([id, fieldOf(field).unit]).toEqual([id, unit])
        }
        expect(new Set([...plus, ...minus]).size).toBe(plus.length + minus.length)
      }
    }
  })

  it('go on over 2020|2021 for decisions, requests and disputes, and for nothing else of table 二', () => {
    const continuous = MEASURES.filter(({ id, series }) => isFieldId(id) && series === 'continuous')
    expect(continuous.filter(({ table }) => table === 'proactive').map(({ id }) => id)).toEqual([
      'proactive.licences.decisions',
      'proactive.penalties.decisions',
      'proactive.compulsion.decisions',
    ])
    expect(continuous.filter(({ table }) => table === 'disputes')).toHaveLength(15)
    expect(measureOf('requests.otherwise.total')).toMatchObject({
      series: 'continuous',
      terms: {
        '2019': { plus: ['requests.otherwise.all.total'] },
        '2021': {
          plus: [
            'requests.otherwise.notCorrected.total',
            'requests.otherwise.feeUnpaid.total',
            'requests.otherwise.other.total',
          ],
        },
      },
    })
  })

  it('the outcomes together are every outcome row, each once', () => {
    for (const version of FORM_VERSIONS) {
      const outcomes = ['granted', 'partial', 'refused', 'unavailable', 'notProcessed', 'otherwise']
      const plus = outcomes.flatMap((outcome) => measureOf(`requests.${outcome}.total`)?.terms[version]?.plus ?? [])
      expect(plus).toHaveLength(version === '2019' ? 19 : 21)
      expect(new Set(plus).size).toBe(plus.length)
    }
  })
})

/** RULES: id, numerator cells, denominator cells, as sums of totals. */
const RATES: readonly (readonly [string, string, string])[] = [
  ['rate.settled', '+requests.settled.total', '+requests.received.total+requests.carriedIn.total'],
  ['rate.carriedOut', '+requests.carriedOut.total', '+requests.received.total+requests.carriedIn.total'],
  ['rate.granted', '+requests.granted.total', '+requests.settled.total'],
  ['rate.opened', '+requests.granted.total+requests.partial.total', '+requests.settled.total'],
  ['rate.review', '+review.total', '+requests.settled.total'],
  ['rate.litigation', '+litigation.direct.total+litigation.afterReview.total', '+requests.settled.total'],
  ['rate.reviewCorrected', '+review.corrected', '+review.total-review.pending'],
  [
    'rate.litigationCorrected',
    '+litigation.direct.corrected+litigation.afterReview.corrected',
    '+litigation.direct.total+litigation.afterReview.total-litigation.direct.pending-litigation.afterReview.pending',
  ],
  [
    'rate.disputesCorrected',
    '+review.corrected+litigation.direct.corrected+litigation.afterReview.corrected',
    '+review.total+litigation.direct.total+litigation.afterReview.total-review.pending-litigation.direct.pending-litigation.afterReview.pending',
  ],
  ['rate.natural', '+requests.received.natural', '+requests.received.total'],
]

describe('indicators', () => {
  const written = (terms: Terms | undefined): string =>
    `${(terms?.plus ?? []).map((id) => `+${id}`).join('')}${(terms?.minus ?? []).map((id) => `-${id}`).join('')}`

  it.each(RATES)('%s is the ratio that the rules define, in both versions', (id, numerator, denominator) => {
    const figure = figureOf(id)
    if (figure?.kind !== 'indicator') throw new Error(`no indicator ${id}`)
    for (const version of FORM_VERSIONS)
      expect([written(figure.numerator.terms[version]), written(figure.denominator.terms[version])]).toEqual([
        numerator,
        denominator,
      ])
  })

  it('every reason rate is over （七）总计', () => {
    for (const outcome of ['refused', 'unavailable', 'notProcessed', 'otherwise'])
      expect(indicatorOf(`rate.${outcome}`)).toMatchObject({
        numerator: `requests.${outcome}.total`,
        denominator: 'requests.settled.total',
      })
  })

  it('have names, formulas and measures that exist; unknown ids have no figure', () => {
    for (const { id, label, formula } of INDICATORS) {
      expect(figureOf(id)?.kind).toBe('indicator')
      expect([label.zh, label.en, formula.zh, formula.en].every((text) => text.length > 0)).toBe(true)
    }
    expect(new Set(INDICATORS.map(({ id }) => id)).size).toBe(INDICATORS.length)
    expect(figureOf('rate.nothing')).toBeUndefined()
  })
})
