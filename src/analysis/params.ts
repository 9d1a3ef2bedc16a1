import { AGENCY_KINDS, LEVELS, SCOPES } from '../register/agency'

/** A part of the view as it stands in the address: text, or absent where it is the default. */
export interface Param<T> {
  readonly initial: T
  /** The value of a text from outside; the initial one for a text that means nothing. */
  parse(text: string): T
  format(value: T): string
}
export type Params = Readonly<Record<string, Param<unknown>>>
export type ValuesOf<P> = { readonly [K in keyof P]: P[K] extends Param<infer T> ? T : never }
/** What the router gives: repeated names come as lists, names without a value as null. */
export type RawQuery = Readonly<Record<string, string | null | undefined | readonly (string | null)[]>>

/** More agencies than a province has: what is cut off a list would let the figure speak of others than it was asked for. */
const LONGEST_LIST = 20_000

/** One of several words. */
export function choice<const T extends string>(options: readonly T[], initial: NoInfer<T>): Param<T> {
  return {
    initial,
    parse: (text) => options.find((option) => option === text) ?? initial,
    format: (value) => value,
  }
}

/** One of several words, or none. */
export function optionalChoice<const T extends string>(options: readonly T[]): Param<T | undefined> {
  return {
    initial: undefined,
    parse: (text) => options.find((option) => option === text),
    format: (value) => value ?? '',
  }
}

/** Yes or no, written 1 or 0. */
export function flag(initial: boolean): Param<boolean> {
  return {
    initial,
    parse: (text) => (text === '1' ? true : text === '0' ? false : initial),
    format: (value) => (value ? '1' : '0'),
  }
}

/** A whole number within bounds. */
export function whole(initial: number, least: number, most: number): Param<number> {
  return {
    initial,
    parse: (text) => {
      const value = /^-?\d{1,9}$/u.test(text) ? Number(text) : Number.NaN
      return value >= least && value <= most ? value : initial
    },
    format: String,
  }
}

/** Free text, such as a search or an id. Its meaning is checked where it is used. */
export function words(initial = '', longest = 200): Param<string> {
  return {
    initial,
    parse: (text) => (text.length <= longest ? text : initial),
    format: (value) => value,
  }
}

const escapeItem = (item: string): string => item.replace(/~/gu, '~~').replace(/,/gu, '~.')

function splitItems(text: string): string[] {
  const items: string[] = []
  let item = ''
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at)
    if (sign === ',') {
      items.push(item)
      item = ''
    } else if (sign === '~') {
      at += 1
      item += text.charAt(at) === '.' ? ',' : text.charAt(at)
    } else item += sign
  }
  return [...items, item]
}

/** A list of free texts, joined by commas; a comma within a text is written `~.`, a tilde `~~`. Empty and repeated ones are dropped. */
export function list(): Param<readonly string[]> {
  return {
    initial: [],
    parse: (text) => [...new Set(splitItems(text))].filter((item) => item !== '').slice(0, LONGEST_LIST),
    format: (value) => value.map(escapeItem).join(','),
  }
}

/** A list of known words in their own order; unknown ones are dropped. */
export function choices<const T extends string>(options: readonly T[]): Param<readonly T[]> {
  return {
    initial: [],
    parse: (text) => {
      const named = new Set(text.split(','))
      return options.filter((option) => named.has(option))
    },
    format: (value) => value.join(','),
  }
}

const FIRST_YEAR = 2000
const LAST_YEAR = 2099

/** Years ascending, runs of them as `2019-2022`. */
export function years(): Param<readonly number[]> {
  return {
    initial: [],
    parse: (text) => {
      const found = new Set<number>()
      for (const part of text.split(',')) {
        const run = /^(\d{4})(?:-(\d{4}))?$/u.exec(part)
        if (!run) continue
        const first = Math.max(Number(run[1]), FIRST_YEAR)
        const last = Math.min(Number(run[2] ?? run[1]), LAST_YEAR)
        for (let year = first; year <= last; year += 1) found.add(year)
      }
      return [...found].sort((a, b) => a - b)
    },
    format: (value) => yearRuns(value).join(','),
  }
}

/** Years as runs, in ascending order: `['2019-2021', '2024']`. */
function yearRuns(value: readonly number[]): string[] {
  const sorted = [...new Set(value)].sort((a, b) => a - b)
  const runs: { first: number; last: number }[] = []
  for (const year of sorted) {
    const run = runs.at(-1)
    if (run?.last === year - 1) run.last = year
    else runs.push({ first: year, last: year })
  }
  return runs.map(({ first, last }) => (first === last ? String(first) : `${String(first)}-${String(last)}`))
}

/** The filter's part of the address; every analysis page has it. Names follow `Filter` of the cube. */
export const FILTER_PARAMS = {
  years: years(),
  regions: list(),
  kinds: choices(AGENCY_KINDS),
  levels: choices(LEVELS),
  systems: list(),
  agencies: list(),
  scope: optionalChoice(SCOPES),
} as const satisfies Params

/** The values that an address gives; whatever is missing, unknown or malformed is at its default. */
export function readParams<P extends Params>(params: P, query: RawQuery): ValuesOf<P> {
  const entries = Object.entries(params).map(([name, param]) => {
    const raw = query[name]
    const text = Array.isArray(raw) ? (raw as readonly (string | null)[])[0] : (raw as string | null | undefined)
    return [name, typeof text === 'string' ? param.parse(text) : param.initial]
  })
  return Object.fromEntries(entries) as ValuesOf<P>
}

/** The address of values: their texts by name, defaults left out. */
export function writeParams<P extends Params>(params: P, values: ValuesOf<P>): Record<string, string> {
  const query: Record<string, string> = {}
  for (const [name, param] of Object.entries(params)) {
    const text = param.format(values[name as keyof P])
    if (text !== param.format(param.initial)) query[name] = text
  }
  return query
}
