import type { Context } from './context'
import { APPLICANT, GROWTH, NONE, PATTERNS, SHARE } from './grammar'
import type { Pattern } from './grammar'
import { isMeasureId } from './measures'
import { nothingOf } from './nothing'
import { isKindOfRequest, isOfAnotherWhole, isToldWithNext, takesMoreIn } from './otherWholes'
import type { MeasureId } from './measures'
import { markIn } from './sentences'
import type { Sentence } from './sentences'
import type { Growth, Mark, Statement } from './statement'
import type { Token } from './tokens'

/** Sentences that sort documents by whether they are public, not applications by how they ended. */
const ATTRIBUTES = /公文|属性|文件/u

/** Reads the counts of one sentence from its words, left to right, and moves the context on. */
export class SentenceReader {
  readonly #sentence: Sentence
  readonly #tokens: readonly Token[]
  readonly #codes: string
  readonly #section: number
  readonly #context: Context
  readonly #aboutDocuments: boolean
  readonly #found: Statement[] = []
  /** The token after the last statement's. */
  #end = 0
  /** Tokens before this one have been used for a number before. */
  #used = 0
  /** Up to a date, or at another time, until the sentence says the year. */
  #otherTime = false
  /** The sentence has said that it is about disclosure. */
  #disclosure: boolean
  /** After 其中 until the next semicolon, and whether that of which it is is anything but a whole that was understood. */
  #ofWhich = false
  #ofOthers = false
  /** Review or litigation, where results that follow are surely of one of them. */
  #cases: 'review' | 'litigation' | null = null
  #isTangled = false

  constructor(sentence: Sentence, tokens: readonly Token[], section: number, context: Context) {
    this.#sentence = sentence
    this.#tokens = tokens
    this.#codes = tokens.map(({ code }) => code).join('')
    this.#section = section
    this.#context = context
    this.#disclosure = section === 4 || context.topic === 'requests'
    this.#aboutDocuments = ATTRIBUTES.test(sentence.words.replaceAll('规范性文件', ''))
  }

  read(): readonly Statement[] {
    for (const [index, token] of this.#tokens.entries()) {
      if (token.code === 'n') this.#readCount(index)
      else if (token.code === 'N') this.#readNone(index)
      else this.#follow(token)
      if (token.code === 'n' || token.code === 'p') this.#readRelation(index)
    }
    return this.#found
  }

  /** Moves the context on by one word. */
  #follow({ code, id, from }: Token): void {
    const context = this.#context
    if (code === 'T') context.otherYear = this.#otherTime = false
    else if (code === 't' && /\d/u.test(this.#sentence.words.charAt(from))) context.otherYear = true
    else if (code === 't' || code === 'z') this.#otherTime = true
    else if (code === 'S') [context.others, context.ownNamed] = [false, true]
    else if (code === 's') context.others = true
    else if (code === 'R' || (id === 'head' && !this.#aboutDocuments)) context.topic = 'requests'
    else if (code === 'd') context.topic = 'docs'
    else if (code === 'X') context.topic = 'other'
    else if (code === 'Q') [this.#ofWhich, this.#ofOthers] = [true, !context.understood]
    else if (code === ';') this.#ofWhich = this.#ofOthers = context.ofUnknown = false
    if ('PRq'.includes(code)) this.#disclosure = true
  }

  get #isOwn(): boolean {
    const { otherYear, others, ownNamed, officeNamed } = this.#context
    return !otherYear && !this.#otherTime && !others && (ownNamed || !officeNamed)
  }

  /** First token of the clause that a token stands in: after a comma, another number, or what another number has used. */
  #clauseStart(index: number): number {
    let start = index
    while (start > this.#used && !',;np'.includes(this.#codes.charAt(start - 1))) start -= 1
    return start
  }

  #readCount(index: number): void {
    const start = this.#clauseStart(index)
    const before = this.#codes.slice(start, index)
    const after = /^[^,;npQh]*/u.exec(this.#codes.slice(index + 1))?.[0] ?? ''
    const numeral = this.#tokens[index]?.numeral
    if (!numeral || /[Gg]/u.test(before)) return
    const clause: Clause = { start, index, before, after, to: index + 1 + after.length }
    const said = { low: numeral.low, high: numeral.high, atMost: (before + after).includes('y') }
    this.#context.understood = false
    if (this.#isApplicant(clause)) {
      const [applicant] = this.#ids(start, clause.to, 'a')
      if (applicant !== undefined) this.#add(['received'], clause, { ...said, applicant })
      return
    }
    const pattern = PATTERNS.find(
      (known) => known.before.test(before) && known.after.test(after) && this.#suits(known, clause),
    )
    const measures = pattern ? this.#measuresOf(pattern, clause) : []
    if (!pattern || measures.length === 0) {
      // 政府信息公开申请12件: the requests, though nothing says what was done with them.
      this.#context.ofUnknown = !/^[TSf]*R[TSf]*$/u.test(before + after)
      return
    }
    if (this.#isOfElse(pattern, measures, clause)) return
    this.#context.ofUnknown = false
    this.#used = clause.to
    this.#context.topic = pattern.topic
    if (isWhole(pattern.measure)) this.#context.unit = numeral.unit
    const isPart = measures.includes('notExisting')
    const each = measures.length > 1 && /[均各]/u.test(this.#wordsOf(start, index))
    for (const set of each ? measures.map((measure) => [measure]) : [measures])
      if (this.#add(set, clause, { ...said, atMost: said.atMost || isPart })) this.#context.understood = true
  }

  /** Whether what a pattern reads is not, or not all, of the agency's requests or cases. */
  #isOfElse(pattern: Pattern, measures: readonly MeasureId[], { before, after, index, to }: Clause): boolean {
    const clause = before + after
    const unit = this.#tokens[index]?.numeral?.unit ?? ''
    const whole = { unit: this.#context.unit, isUnknown: this.#context.ofUnknown }
    return (
      isOfAnotherWhole(pattern, { clause, unit }, whole) ||
      isToldWithNext(pattern, clause, this.#codes.slice(to)) ||
      isKindOfRequest(measures, this.#found.at(-1)?.measures[0]) ||
      takesMoreIn(this.#tokens.slice(to))
    )
  }

  #isApplicant({ before, after }: Clause): boolean {
    const last = this.#found.at(-1)
    if (last?.measures[0] !== 'received' && last?.measures[0] !== 'accepted') return false
    if (APPLICANT.before.test(before)) return /^[fRq]*$/u.test(after)
    return APPLICANT.beforeOnly.test(before) && APPLICANT.after.test(after)
  }

  /** Whether the clause, or the words before it, are about what the pattern counts. */
  #suits({ topic, own, measure }: Pattern, { before, after, start, index }: Clause): boolean {
    const clause = before + after
    const named = own?.test(clause) ?? false
    const current = this.#context.topic
    if (topic === 'disputes')
      // 新收 of cases that go over years is no total.
      return (
        (named || this.#disclosure || current === topic) &&
        current !== 'other' &&
        !this.#wordsOf(start, index).includes('新')
      )
    if (topic === 'requests') {
      if (this.#aboutDocuments || (isWhole(measure) && this.#isPart(clause))) return false
      if (current === 'disputes' && !clause.includes('R')) return false
    }
    return current === topic || (named && (current !== 'other' || /[RIOd]/u.test(clause)))
  }

  /** 其中收到5件 is part of what was counted before, unless it is 其中我局收到5件. */
  #isPart(clause: string): boolean {
    return this.#ofOthers || (this.#ofWhich && clause.includes('V') && !clause.includes('S'))
  }

  #measuresOf({ measure, topic }: Pattern, { start, to, index }: Clause): MeasureId[] {
    if (typeof measure === 'string') return [measure]
    const ids = this.#ids(start, to, measure.named)
    if (measure.named === 'm')
      return ids
        .slice(0, 1)
        .map((id) => `${this.#cases ?? ''}.${id}`)
        .filter(isMeasureId)
    const measures = [...new Set(ids.filter(isMeasureId))]
    if (measure.named === 'o') return measures
    if (topic !== 'disputes') return measures.slice(0, 1)
    this.#countCases(measures, this.#tokens[index]?.numeral?.high ?? 0)
    return measures
  }

  /** Results that follow are of the last kind of case, unless one with cases came before it without results. */
  #countCases([measure, more]: readonly MeasureId[], count: number): void {
    if (count === 0) return
    const withoutResults = this.#cases !== null && !String(this.#found.at(-1)?.measures[0]).includes('.')
    this.#cases =
      more !== undefined || withoutResults || this.#isTangled ? null : measure === 'review' ? 'review' : 'litigation'
    this.#isTangled ||= this.#cases === null
  }

  #ids(from: number, to: number, codes: string): string[] {
    return this.#tokens
      .slice(from, to)
      .flatMap(({ code, id }) => (codes.includes(code) && id !== undefined ? [id] : []))
  }

  /** 未收到, 无, 未发生 with what there was none of. */
  #readNone(index: number): void {
    const start = this.#clauseStart(index)
    const rest = /^[^,;np]*/u.exec(this.#codes.slice(index + 1))?.[0] ?? ''
    if (!NONE.before.test(this.#codes.slice(start, index)) || !NONE.after.test(rest)) return
    const to = index + 1 + rest.length
    const words = this.#wordsOf(index, index + 1)
    const isDisclosure = this.#disclosure || /[PRq]/u.test(this.#codes.slice(0, to))
    const context = { topic: this.#context.topic, isDisclosure, aboutDocuments: this.#aboutDocuments }
    for (const measure of nothingOf(words, rest, this.#tokens.slice(index, to), context))
      this.#add([measure], { start, to }, { low: 0, high: 0, none: true })
  }

  /** A share of the whole, or a change on the year before, of the last count. */
  #readRelation(index: number): void {
    const last = this.#found.at(-1)
    const numeral = this.#tokens[index]?.numeral
    if (!last || !numeral || this.#end > index) return
    const between = this.#codes.slice(this.#end, index)
    const mark = this.#mark(index, index)
    const figure = { value: numeral.low, decimals: numeral.decimals, mark }
    if (numeral.kind === 'percent' && SHARE.test(between))
      this.#found[this.#found.length - 1] = { ...last, share: figure }
    const direction = this.#ids(this.#end, index, 'g')[0]
    if (!GROWTH.test(between) || (direction !== 'up' && direction !== 'down') || numeral.low !== numeral.high) return
    const growth: Growth = { ...figure, unit: numeral.kind === 'percent' ? 'percent' : 'count', direction }
    this.#found[this.#found.length - 1] = { ...last, growth }
  }

  #add(
    measures: readonly MeasureId[],
    { start, to }: Pick<Clause, 'start' | 'to'>,
    said: Pick<Statement, 'low' | 'high'> & Partial<Statement>,
  ): boolean {
    const atDate = measures.every((measure) => AT_DATE.has(measure))
    if (!this.#isOwn && !(atDate && this.#otherTime && !this.#context.others && !this.#context.otherYear)) return false
    const sentence = this.#sentence.text
    const mark = this.#mark(start, to - 1)
    this.#found.push({ measures, atMost: false, none: false, ...said, section: this.#section, sentence, mark })
    this.#end = to
    return true
  }

  #wordsOf(from: number, to: number): string {
    return this.#sentence.words.slice(this.#tokens[from]?.from ?? 0, this.#tokens[to - 1]?.to ?? 0)
  }

  /** Offsets of some tokens in the sentence as it stands. */
  #mark(from: number, last: number): Mark {
    const first = this.#codes.charAt(from) === 'h' ? from + 1 : from
    return markIn(this.#sentence, this.#tokens[first]?.from ?? 0, this.#tokens[last]?.to ?? 0)
  }
}

/** A clause about one number, as indexes of tokens: `[start, to)`, and its codes before and after the number. */
interface Clause {
  readonly start: number
  readonly index: number
  readonly to: number
  readonly before: string
  readonly after: string
}

/** Counts of all requests or of how they ended, not of what was carried over. */
const isWhole = (measure: Pattern['measure']): boolean => typeof measure !== 'string' || measure === 'handled'

/** What is counted at a date, not over a year. */
const AT_DATE: ReadonlySet<MeasureId> = new Set(['docsInForce', 'carriedOut'])
