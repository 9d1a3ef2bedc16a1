import type { Label } from '../form/version'
import type { Language } from '../report/wording'
import type { Chart } from './chart'
import { numberText } from './numbers'
import { both, missingText } from './words'

/** What every figure of a page says besides its own: the filter in words, how fresh the data are, whether they are made up. */
export interface FigureSetting {
  /** Filters in words without the years, which titles have: `临澜市`, `部门`. */
  readonly filters: readonly string[]
  /** Those of them that do not name agencies. */
  readonly besideAgencies?: readonly string[]
  /** Day of the newest import, as dates are written here; `null` without data. */
  readonly updated: string | null
  /** The fictional city. */
  readonly example: boolean
  /** A short text that tells this state of the data from any other, on what leaves the program. */
  readonly fingerprint?: string
}

export interface CaptionPart {
  readonly text: string
  readonly tone: 'quiet' | 'strong' | 'warning'
}

/** The words around a drawing, on the page and in a picture. */
export interface Caption {
  readonly title: string
  /** Which reports, in words. */
  readonly filters: readonly string[]
  readonly parts: readonly CaptionPart[]
  /** Whether agencies stand for themselves or for a government's sum, `''` where nothing matches. */
  readonly scope: string
  readonly notes: readonly { readonly text: string; readonly tone: 'plain' | 'error' }[]
  /** How what the form does not print is made, a line each; only in files that leave, where there is nothing to look it up by. */
  readonly definitions?: readonly string[]
  readonly source: string
  /** The mark of the fictional city, `''` on real data. */
  readonly example: string
}

const SCOPES: Readonly<Record<'own' | 'summed', Label>> = {
  own: both('本机关数', 'agencies’ own figures'),
  summed: both('本级汇总数', 'government totals'),
}
/** The mark of the fictional city. */
export const EXAMPLE = both('示例数据（虚构）', 'Sample data (fictional)')

/** What a chart stands on: filters, whether agencies stand for themselves, n, and what is missing. */
export function basisParts(chart: Pick<Chart, 'basis'>, setting: FigureSetting, language: Language): CaptionPart[] {
  const { basis } = chart
  const { scope, agencies, reports, missing } = basis
  return [
    ...filtersOf(chart, setting, language).map(quiet),
    ...(scope === null ? [] : [quiet(SCOPES[scope][language])]),
    { text: basisText(agencies, reports, language), tone: 'strong' },
    ...(missing > 0 ? [{ text: missingText(missing)[language], tone: 'warning' } as const] : []),
  ]
}

/** The filter in words, as far as the figure stays inside it. */
const filtersOf = ({ basis }: Pick<Chart, 'basis'>, setting: FigureSetting, language: Language): readonly string[] =>
  basis.beyond ? [...(setting.besideAgencies ?? []), basis.beyond[language]] : setting.filters

const quiet = (text: string): CaptionPart => ({ text, tone: 'quiet' })

/** The caption of a chart: what it stands on, in one order everywhere. */
export function captionOf(chart: Chart, setting: FigureSetting, language: Language): Caption {
  const { scope } = chart.basis
  return {
    title: chart.title[language],
    filters: filtersOf(chart, setting, language),
    parts: [
      ...basisParts(chart, setting, language),
      ...(chart.unit[language] === '' ? [] : [quiet(chart.unit[language])]),
    ],
    scope: scope === null ? '' : SCOPES[scope][language],
    notes: chart.notes.map(({ text, tone }) => ({ text: text[language], tone })),
    source: sourceText(chart, setting, language),
    example: setting.example ? EXAMPLE[language] : '',
  }
}

function basisText(agencies: number, reports: number, language: Language): string {
  const bodies = numberText(agencies, language)
  const count = numberText(reports, language)
  return language === 'zh'
    ? `${bodies} 个机关 ${count} 份年报`
    : `${bodies} ${agencies === 1 ? 'agency' : 'agencies'}, ${count} ${reports === 1 ? 'report' : 'reports'}`
}

function sourceText(chart: Chart, { updated, fingerprint = '' }: FigureSetting, language: Language): string {
  const source = chart.source[language]
  const parts =
    language === 'zh'
      ? [`来源：${source}`, updated === null ? '' : `数据 ${updated}`, fingerprint === '' ? '' : `指纹 ${fingerprint}`]
      : [
          `Source: ${source}`,
          updated === null ? '' : `data as of ${updated}`,
          fingerprint === '' ? '' : `fingerprint ${fingerprint}`,
        ]
  return parts.filter((part) => part !== '').join(' · ')
}

/** What file systems take is 255, and browsers may add a number. */
const MOST_BYTES = 230
const bytesOf = (text: string): number => new TextEncoder().encode(text).length

/** A file name that says what the file shows and how: title, filters, scope, `kind` of file, without what file systems refuse. A long title is cut, never what tells two files apart. */
export function fileNameOf({ title, filters, scope, example }: Caption, ending: string, kind = ''): string {
  const tail = fileNamePart([scope, kind, example].join(' '))
  const signs = Array.from(fileNamePart([title, ...filters].join(' ')).replace(/^\.+/u, ''))
  const room = MOST_BYTES - bytesOf(tail)
  while (bytesOf(signs.join('')) > room) signs.pop()
  const name = `${signs.join('')} ${tail}`.trim().replace(/[. ]+$/u, '')
  return `${name === '' ? 'gouji' : name}.${ending}`
}

/** Words as a part of a file's name: none of the signs that a file system forbids. */
export const fileNamePart = (words: string): string =>
  words
    .replace(/[\\/:*?"<>|\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
