import { COLUMN_IDS, COLUMN_LABELS } from '../register/table/columns'

type Entry = Readonly<Record<string, unknown>>

/** The agencies of a data set's JSON as rows of texts with their head, for `planRegister`; `null` where it has none. What is no agency becomes a row that is refused. */
export function datasetAgencyRows(parsed: unknown): string[][] | null {
  const agencies = isEntry(parsed) ? parsed['agencies'] : undefined
  if (!Array.isArray(agencies)) return null
  const entries: Entry[] = agencies.map((entry: unknown) => (isEntry(entry) ? entry : {}))
  const names = new Map(entries.map((entry) => [text(entry['id']), text(entry['name'])]))
  const times = new Map<string, number>()
  for (const name of names.values()) times.set(name, (times.get(name) ?? 0) + 1)
  /** By name as people write it, by id where the name does not tell. */
  const named = (value: unknown): string => {
    const name = names.get(text(value))
    return name !== undefined && times.get(name) === 1 ? name : text(value)
  }
  const rows = entries.map((entry) =>
    COLUMN_IDS.map((column) => {
      const value = entry[column]
      if (column === 'parent' || column === 'successor') return named(value)
      return Array.isArray(value) ? value.map(nameText).join('、') : text(value)
    }),
  )
  return [COLUMN_IDS.map((column) => COLUMN_LABELS[column].zh), ...rows]
}

const isEntry = (value: unknown): value is Entry => typeof value === 'object' && value !== null

const text = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''

/** A name of a list, with its last year where it has one. */
function nameText(value: unknown): string {
  if (!isEntry(value)) return text(value)
  const until = text(value['until'])
  return until === '' ? text(value['name']) : `${text(value['name'])}〔${until}〕`
}
