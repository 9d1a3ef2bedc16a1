import type { Evidence, Issue } from '../../report/report'
import { issueOf } from '../../report/issues'
import type { DocumentLine } from '../documentLines'
import { squash } from '../normalise'
import { cleanName, fullerName, fullWordsIn, isAgencyName, isSignedInFull } from './agencyName'
import { agencyInFileName } from './fileName'
import type { FoundTitle } from './findTitle'
import { announced, contacts, heading, mentionsInProse, metadataMentions, namesInPassing, signature } from './mentions'
import type { Mention } from './mentions'
import { parseTitle } from './title'

const LONGEST_LINE = 6000
const LONGEST_NAME = 40
/** Lines of metadata that may stand between two titles. */
const NEAR_TITLE = 12

/** Who reports, and what that rests on. */
export interface AgencyReading {
  readonly agency: string | null
  readonly evidence?: Evidence
  readonly issues: readonly Issue[]
  /** Whether the document itself names it, not only the file's name. */
  readonly inDocument: boolean
}

/**
 * The agency: from the title, the line above it or above the text, the sentence that announces the report, the text, the signature, the metadata,
 * whom to ask about it, the file's name, in this order; then the fullest form of that name that the document has.
 */
export function readAgency(
  file: string,
  lines: readonly DocumentLine[],
  title: FoundTitle | null,
  metadata: Readonly<Record<string, string>>,
): AgencyReading {
  const start = Math.max(0, title?.end ?? 0)
  const prose = mentionsInProse(lines.slice(start))
  const own = announced(lines.slice(start))
  const opening = own ? [own] : []
  const signed = signature(lines)
  const sources = metadataMentions(lines, metadata)
  const inTitle: Mention[] = title?.agency ? [{ name: title.agency, evidence: title.evidence }] : []
  const begun = title === null ? heading(lines) : null
  const above: Mention[] = title?.lineAbove
    ? [{ name: cleanName(title.lineAbove.text) ?? title.lineAbove.text, evidence: title.lineAbove }]
    : begun
      ? [begun]
      : []
  const asked = contacts(lines.slice(start))
  const headers = [...namesAlone(lines.slice(0, start)), ...titled(lines.slice(Math.max(0, start - NEAR_TITLE), start))]
  const usual = mostFrequent(prose)
  const body = usual ? [usual.mention] : []
  const under = signed ? [signed] : []
  // A name that prose uses once may be somebody else's; a signature is not.
  const spoken = usual && usual.count > 1 ? [...body, ...under] : [...under, ...body]
  const trusted = [...inTitle, ...above, ...opening, ...spoken, ...sources.slice(0, 1), ...asked.slice(0, 1)]
  const [first] = trusted
  if (first === undefined) {
    const fromFile = agencyInFileName(file)
    if (fromFile === null) return { agency: null, issues: [issueOf('agency-unknown', [], {})], inDocument: false }
    return {
      agency: fromFile,
      evidence: { from: 'fileName', text: file, place: {} },
      issues: [issueOf('agency-from-file-name', [], {}, { agency: fromFile })],
      inDocument: false,
    }
  }
  return fullest(first, [
    ...fullWords(first.name, lines),
    ...headers,
    ...above,
    ...opening,
    ...(signed ? [signed] : []),
    ...prose,
    ...sources,
    ...asked,
    ...namesInPassing(lines.slice(start)),
  ])
}

/** Names that have a line to themselves before the title, as a site's header does. */
function namesAlone(lines: readonly DocumentLine[]): Mention[] {
  return lines
    .map((line) => ({ text: squash(line.text), place: line.place }))
    .filter(({ text }) => text.length <= LONGEST_NAME && isAgencyName(text))
    .map(({ text, place }) => ({ name: cleanName(text) ?? text, evidence: { from: 'firstLines', text, place } }))
}

/** Names in other titles right before the report's own: a page's, which may have the name in full. */
function titled(lines: readonly DocumentLine[]): Mention[] {
  return lines.flatMap((line) => {
    const title = parseTitle(line.text)
    const text = title?.text ?? ''
    return title?.agency ? [{ name: title.agency, evidence: { from: 'title' as const, text, place: line.place } }] : []
  })
}

/** The name that prose uses most; of equals the longer. */
function mostFrequent(mentions: readonly Mention[]): { mention: Mention; count: number } | null {
  const counts = new Map<string, { mention: Mention; count: number }>()
  for (const mention of mentions)
    counts.set(mention.name, { mention, count: (counts.get(mention.name)?.count ?? 0) + 1 })
  const [best] = [...counts.values()].sort((a, b) => b.count - a.count || b.mention.name.length - a.mention.name.length)
  return best ?? null
}

/** The full words for an abbreviated name, wherever the text has them first. */
function fullWords(name: string, lines: readonly DocumentLine[]): Mention[] {
  for (const line of lines) {
    const words = fullWordsIn(name, squash(line.text).slice(0, LONGEST_LINE))
    if (words !== null) return [{ name: words, evidence: { from: 'body', text: words, place: line.place } }]
  }
  return []
}

function fullest(first: Mention, others: readonly Mention[]): AgencyReading {
  let agency = first.name
  let evidence = first.evidence
  let issues: Issue[] = []
  for (const other of others) {
    const isSigned = other.evidence.from === 'signature' && isSignedInFull(agency, other.name)
    const fuller = isSigned ? { name: other.name, joined: false } : fullerName(agency, other.name)
    if (!fuller) continue
    const params = { short: first.name, full: other.name, agency: fuller.name }
    issues = [issueOf(fuller.joined ? 'agency-joined' : 'agency-fuller', [], other.evidence.place, params)]
    agency = fuller.name
    evidence = other.evidence
  }
  return { agency, evidence, issues, inDocument: true }
}
