import type { CheckInput } from '../input'
import { STATED, isMeasureId } from './measures'
import type { MeasureId } from './measures'
import { SentenceReader } from './readSentence'
import type { Context } from './context'
import { scopeOf } from './scope'
import { paragraphsOf, sentencesOf } from './sentences'
import type { Statement } from './statement'
import { tokensOf } from './tokens'

/** Paragraphs without one of these have nothing to compare. */
const TOPICS = /申请|复议|诉讼|规范性文件/u
const COUNTS = /[\d０-９一二三四五六七八九十两]\s*余?\s*[件条份次起宗例项]|[未无没零为：:]/u

const OFFICE = /政府办(?!理)/u

/** Sections that are about one matter. */
const TOPIC_OF_SECTION: Readonly<Record<number, Context['topic']>> = { 3: 'requests', 4: 'disputes' }
/** 五 speaks of what is wanting and of plans. */
const SECTIONS: ReadonlySet<number> = new Set([0, 1, 2, 3, 4, 6])

/** Every count that a report's sentences give for its own year and the agency itself, in order. */
export function statementsOf(input: CheckInput): Statement[] {
  const scope = scopeOf(input)
  const statements: Statement[] = []
  for (const { number, text } of input.sections) {
    if (!SECTIONS.has(number) || !TOPICS.test(text)) continue
    const officeNamed = scope.summed && OFFICE.test(text)
    const ofSection: Statement[] = []
    for (const paragraph of paragraphsOf(text)) {
      if (!TOPICS.test(paragraph) || !COUNTS.test(paragraph) || paragraph.includes('|')) continue
      const found: Statement[] = []
      const context: Context = {
        topic: TOPIC_OF_SECTION[number] ?? null,
        otherYear: false,
        others: false,
        ownNamed: false,
        officeNamed,
        understood: false,
        ofUnknown: false,
        unit: '',
      }
      for (const sentence of sentencesOf(paragraph)) {
        if (!scope.summed) context.others = false
        found.push(...new SentenceReader(sentence, tokensOf(sentence, scope, input.year), number, context).read())
      }
      ofSection.push(...anchored(found))
    }
    statements.push(...consistent(ofSection))
  }
  return statements
}

/** What a section counts twice, with two results, it counts of two things: 网上5件……当面7件. */
function consistent(found: readonly Statement[]): readonly Statement[] {
  const counts = new Map<string, number | null>()
  for (const statement of found) {
    const key = keyOf(statement)
    const known = counts.get(key)
    counts.set(key, known === undefined || known === statement.low ? statement.low : null)
  }
  return found.filter((statement) => counts.get(keyOf(statement)) !== null)
}

const keyOf = ({ measures, applicant = '' }: Statement): string => `${measures.join()} ${applicant}`

/** Without a count of what came in or was settled, a paragraph's outcomes may be parts of anything. */
const ANCHORS: ReadonlySet<MeasureId> = new Set(['received', 'accepted', 'settled', 'handled'])
const ANCHORED: ReadonlySet<MeasureId> = new Set(
  Object.entries(STATED).flatMap(([id, { rule }]) =>
    isMeasureId(id) && (rule === 'W9' || id.startsWith('carried')) ? [id] : [],
  ),
)

function anchored(found: readonly Statement[]): readonly Statement[] {
  const some = (set: ReadonlySet<MeasureId>, { measures }: Statement): boolean => measures.some((id) => set.has(id))
  return found.some((statement) => some(ANCHORS, statement) || statement.none)
    ? found
    : found.filter((statement) => !some(ANCHORED, statement))
}
