import type { Agency } from '../register/agency'
import type { Finding } from '../report/finding'
import { bySeverity } from './check'
import { NO_MEMBER_FACTS } from '../totals/memberFacts'
import type { MemberFacts } from '../totals/memberFacts'
import { DEFAULT_SETTINGS } from './settings'
import type { CheckSettings } from './settings'
import { FAMILIES } from './whole/families'
import type { Case, FamilyMaker } from './whole/family'
import { Whole, registered } from './whole/whole'
import type { Filed, Registered } from './whole/whole'

/** A finding with the key of the report that it belongs to. */
export interface Found {
  readonly key: string
  readonly finding: Finding
}

/** What came and went since the last time it was asked. */
export interface FindingsChange {
  readonly added: readonly Found[]
  readonly removed: readonly Found[]
}

interface Judged {
  readonly home: string
  readonly rests: readonly unknown[]
  readonly findings: readonly Finding[]
}

/**
 * Holds all reports, the register and the settings, and knows the findings of all rules over them. What changes is judged anew together with what rests on
 * it (a report, its successor year, its doubles), and nothing else; the findings are those of a checker that is given everything at once, in the same order.
 * Inputs are compared by identity: a changed report is another object, with the same `sections` where its text is the same.
 */
export class Checker {
  readonly #families: readonly ReturnType<FamilyMaker>[]
  readonly #given = new Map<string, Filed>()
  /** In order. */
  #keys: readonly string[] = []
  /** Reports as given, and with the register's present entry as `body`. */
  readonly #embodied = new Map<string, { readonly given: Filed; readonly filed: Filed }>()
  #register = registered([])
  #settings = DEFAULT_SETTINGS
  #members = NO_MEMBER_FACTS
  /** Cases by family and id. */
  #judged: readonly ReadonlyMap<string, Judged>[]
  #byReport: ReadonlyMap<string, readonly Finding[]> = new Map()
  /** Cases that were judged anew, came or went since the changes were last told, each as it was then. */
  readonly #untold: readonly Map<string, Judged | undefined>[]
  #isSettled = true

  constructor(families: readonly FamilyMaker[] = FAMILIES) {
    this.#families = families.map((make) => make())
    this.#judged = families.map(() => new Map())
    this.#untold = families.map(() => new Map())
  }

  /** Takes a report in, in place of the one with its key. Its `body` is looked up in the register by `agency`. */
  put(filed: Filed): void {
    this.#given.set(filed.key, filed)
    this.#isSettled = false
  }

  remove(key: string): void {
    this.#isSettled = !this.#given.delete(key) && this.#isSettled
  }

  setAgencies(agencies: readonly Agency[]): void {
    this.#register = registered(agencies)
    this.#isSettled = false
  }

  setSettings(settings: CheckSettings): void {
    this.#settings = settings
    this.#isSettled = false
  }

  /** What people have said of members: nil returns, and member lists that were confirmed. */
  setMembers(members: MemberFacts): void {
    this.#members = members
    this.#isSettled = false
  }

  /** Every finding, report by report in the order of keys, errors of a report first. */
  findings(): readonly Found[] {
    this.#settle()
    const all: Found[] = []
    for (const [key, findings] of this.#byReport) for (const finding of findings) all.push({ key, finding })
    return all
  }

  /** The findings that belong to one report. */
  findingsOf(key: string): readonly Finding[] {
    this.#settle()
    return this.#byReport.get(key) ?? []
  }

  /** What came and went since the last call, report by report. */
  changes(): FindingsChange {
    this.#settle()
    const added: Found[] = []
    const removed: Found[] = []
    for (const [family, cases] of this.#untold.entries()) {
      for (const [id, before] of cases) {
        const now = this.#judged[family]?.get(id)
        added.push(...beyond(now, before))
        removed.push(...beyond(before, now))
      }
      cases.clear()
    }
    return { added: added.sort(byKey), removed: removed.sort(byKey) }
  }

  #settle(): void {
    if (this.#isSettled) return
    const whole = new Whole(this.#reports(), this.#register, this.#settings, this.#members)
    const touched = new Set<string>()
    this.#judged = this.#families.map((family, at) => {
      const known = this.#judged[at] ?? new Map<string, Judged>()
      const judged = new Map<string, Judged>()
      for (const one of family(whole)) judged.set(one.id, judgedAnew(one, known.get(one.id)))
      this.#note(at, known, judged, touched)
      return judged
    })
    this.#sortOut(whole.reports, touched)
    this.#isSettled = true
  }

  /** Remembers which cases of a family are not what they were, and the reports that they belong to. */
  #note(
    family: number,
    known: ReadonlyMap<string, Judged>,
    judged: ReadonlyMap<string, Judged>,
    touched: Set<string>,
  ): void {
    const note = (id: string, before: Judged | undefined, now: Judged | undefined): void => {
      if (before === now) return
      for (const one of [before, now]) if (one) touched.add(one.home)
      const untold = this.#untold[family]
      if (untold && !untold.has(id)) untold.set(id, before)
    }
    for (const [id, now] of judged) note(id, known.get(id), now)
    for (const [id, before] of known) if (!judged.has(id)) note(id, before, undefined)
  }

  /** Puts the findings of touched reports in order; the others' stay as they are. */
  #sortOut(reports: readonly Filed[], touched: ReadonlySet<string>): void {
    const anew = new Map<string, Finding[]>([...touched].map((key) => [key, []]))
    for (const cases of this.#judged)
      for (const { home, findings } of cases.values())
        if (findings.length > 0 && touched.has(home)) anew.get(home)?.push(...findings)
    for (const findings of anew.values()) findings.sort(bySeverity)
    const before = this.#byReport
    this.#byReport = new Map(reports.map(({ key }) => [key, anew.get(key) ?? before.get(key) ?? []]))
  }

  /** The reports by key, each with its body; one whose body is what it was stays the same object. */
  #reports(): Filed[] {
    if (this.#keys.length !== this.#given.size || !this.#keys.every((key) => this.#given.has(key))) {
      this.#keys = [...this.#given.keys()].sort()
      for (const key of this.#embodied.keys()) if (!this.#given.has(key)) this.#embodied.delete(key)
    }
    return this.#keys.flatMap((key) => {
      const given = this.#given.get(key)
      if (!given) return []
      const known = this.#embodied.get(key)
      const filed = embodied(known?.given === given ? known.filed : given, this.#register)
      if (known?.filed === filed) return filed
      this.#embodied.set(key, { given, filed })
      return filed
    })
  }
}

/** A report with what the register has of its agency; the same object where that is what it says. */
function embodied(filed: Filed, { byId }: Registered): Filed {
  const { input } = filed
  const body = byId.get(filed.agency ?? '') ?? null
  const registered = body === null && byId.size > 0 ? false : undefined
  if (input.body === body && input.registered === registered) return filed
  return { ...filed, input: { ...input, body, registered } }
}

/** The findings of a case that it did not have otherwise: one that was judged anew may have found the same again. */
function beyond(these: Judged | undefined, others: Judged | undefined): Found[] {
  if (!these || these.findings.length === 0) return []
  const { home, findings } = these
  const same = new Set(others?.home === home ? others.findings.map((finding) => JSON.stringify(finding)) : [])
  return findings.flatMap((finding) => (same.has(JSON.stringify(finding)) ? [] : [{ key: home, finding }]))
}

const byKey = (one: Found, other: Found): number => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0)

function judgedAnew({ home, rests, judge }: Case, known: Judged | undefined): Judged {
  const isKnown =
    known?.home === home && known.rests.length === rests.length && known.rests.every((rest, at) => rest === rests[at])
  return isKnown ? known : { home, rests, findings: judge() }
}
