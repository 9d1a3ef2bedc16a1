import { addTally, emptyTally } from './tally'
import type { Tally } from './tally'
import type { Measured, Place } from './measure'

const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${((part / whole) * 100).toFixed(2)} %`)
const grouped = (count: number): string => count.toLocaleString('en')

function sum(places: readonly Place[]): Tally {
  const total = emptyTally()
  for (const { tally } of places) addTally(total, tally)
  return total
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map((_, at) => (at === 0 ? '---' : '--:'))), ...rows.map(line)]
}

const names = (places: readonly Place[], key: 'format' | 'layout' | 'damage'): string[] => [
  ...new Set(places.map((place) => place[key])),
]

/** The whole matrix as a Markdown page. */
export function asMarkdown({ places, converters, unread }: Measured, seed: string, rounds: number): string {
  const readable = places.filter(({ format }) => !unread.has(format))
  const lines = [
    '# What the readers make of damaged documents',
    '',
    'Written by `npm run matrix`; not edited by hand. Every document is a fictional report, written in one format and layout with one kind of damage',
    'on it (`gouji sample --help` says what each is), and read back. What is right is known from the report and from what the damage did to it.',
    '',
    `- Seed \`${seed}\`, ${rounds} documents for each format × layout × damage; document *n* is drawn from \`${seed}/format/layout/damage/n\`.`,
    `- Conversions by ${converters.join(' and ') || 'nobody (neither is installed)'}: one document for each kind of damage.`,
    '- **exact**: the value that the document says, or its blank; the share is of the cells whose value the document still holds.',
    '  **flagged**: nothing, and an issue that says so. **wrong**: another value, nothing without an issue, or an issue that is owed and absent.',
    '  **falsely flagged**: an issue at a cell whose text, label and place are undamaged. A file refused with a reason counts as flagged.',
    ...[...unread].map(([format, reason]) => `- ${format} is not read yet (\`${reason}\`): left out.`),
    '',
    '## Together',
    '',
    ...table(HEAD, [
      ...names(readable, 'format').map((format) =>
        summary(format, sum(readable.filter((one) => one.format === format))),
      ),
      summary('**all**', sum(readable)),
    ]),
    '',
    '## Layouts',
    '',
    ...table(
      HEAD,
      names(readable, 'format').flatMap((format) => {
        const own = readable.filter((one) => one.format === format)
        return names(own, 'layout').map((layout) =>
          summary(`${format}, ${layout}`, sum(own.filter((one) => one.layout === layout))),
        )
      }),
    ),
    ...names(readable, 'format').flatMap((format) => formatTable(readable, format)),
    '',
  ]
  return lines.join('\n')
}

const HEAD = ['', 'documents', 'refused', 'cells', 'exact', 'flagged', 'wrong', 'agency', 'year', 'falsely flagged']

function summary(name: string, tally: Tally): string[] {
  const read = tally.documents - tally.refused
  return [
    name,
    grouped(tally.documents),
    grouped(tally.refused),
    grouped(tally.cells),
    percent(tally.given, tally.owed),
    grouped(tally.flagged),
    `**${grouped(tally.wrong)}**`,
    percent(tally.agency, read),
    percent(tally.year, read),
    percent(tally.falselyFlagged, tally.undamaged),
  ]
}

/** One format: damage down, layouts across; each place has exact / flagged / wrong cells. */
function formatTable(places: readonly Place[], format: string): string[] {
  const own = places.filter((place) => place.format === format)
  const layouts = names(own, 'layout')
  const rows = names(own, 'damage').map((damage) => [
    damage,
    ...layouts.map((layout) => {
      const found = own.find((place) => place.layout === layout && place.damage === damage)
      return found ? `${found.tally.exact} / ${found.tally.flagged} / ${found.tally.wrong}` : ''
    }),
  ])
  return ['', `## ${format}: exact / flagged / wrong cells`, '', ...table(['damage', ...layouts], rows)]
}
