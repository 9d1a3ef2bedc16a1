import type { Agency } from '../register/agency'
import type { Finding } from '../report/finding'
import { bySeverity } from './check'
import { DEFAULT_SETTINGS } from './settings'
import type { CheckSettings } from './settings'
import { FAMILIES } from './whole/families'
import type { Case, FamilyMaker } from './whole/family'
import { Whole, registered } from './whole/whole'
import type { Filed } from './whole/whole'

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
  /** Reports as given, and with the register's present entry as `body`. */
  readonly #embodied = new Map<string, { readonly given: Filed; readonly filed: Filed }>()
  #register = registered([])
  #settings = DEFAULT_SETTINGS
  /** By family and case. */
  #judged: readonly ReadonlyMap<string, Judged>[]
  #byReport: ReadonlyMap<string, readonly Finding[]> = new Map()
  #told: readonly ReadonlyMap<string, Judged>[]
  #isSettled = true

  constructor(families: readonly FamilyMaker[] = FAMILIES) {
    this.#families = families.map((make) => make())
    this.#judged = families.map(() => new Map())
    this.#told = this.#judged
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

  /** Every finding, report by report in the order of keys, errors of a report first. */
  findings(): readonly Found[] {
    this.#settle()
    return [...this.#byReport].flatMap(([key, findings]) => findings.map((finding) => ({ key, finding })))
  }

  /** The findings that belong to one report. */
  findingsOf(key: string): readonly Finding[] {
    this.#settle()
    return this.#byReport.get(key) ?? []
  }

  /** What came and went since the last call. */
  changes(): FindingsChange {
    this.#settle()
    const [before, now] = [this.#told, this.#judged]
    this.#told = now
    const unlike = (these: typeof now, those: typeof now): Found[] =>
      these.flatMap((cases, family) =>
        [...cases].flatMap(([id, { home, findings }]) =>
          those[family]?.get(id)?.findings === findings ? [] : findings.map((finding) => ({ key: home, finding })),
        ),
      )
    return { added: unlike(now, before), removed: unlike(before, now) }
  }

  #settle(): void {
    if (this.#isSettled) return
    const whole = new Whole(this.#reports(), this.#register, this.#settings)
    this.#judged = this.#families.map((family, at) => {
      const known = this.#judged[at]
      return new Map([...family(whole)].map((one) => [one.id, judgedAnew(one, known?.get(one.id))]))
    })
    const byReport = new Map<string, Finding[]>(whole.reports.map(({ key }) => [key, []]))
    for (const cases of this.#judged)
      for (const { home, findings } of cases.values()) byReport.get(home)?.push(...findings)
    for (const findings of byReport.values()) findings.sort(bySeverity)
    this.#byReport = byReport
    this.#isSettled = true
  }

  /** The reports by key, each with its body; one whose body is what it was stays the same object. */
  #reports(): Filed[] {
    for (const key of this.#embodied.keys()) if (!this.#given.has(key)) this.#embodied.delete(key)
    const keys = [...this.#given.keys()].sort()
    return keys.flatMap((key) => {
      const given = this.#given.get(key)
      if (!given) return []
      const body = this.#register.byId.get(given.agency ?? '') ?? null
      const known = this.#embodied.get(key)
      if (known?.given === given && known.filed.input.body === body) return known.filed
      const filed = given.input.body === body ? given : { ...given, input: { ...given.input, body } }
      this.#embodied.set(key, { given, filed })
      return filed
    })
  }
}

function judgedAnew({ home, rests, judge }: Case, known: Judged | undefined): Judged {
  const isKnown =
    known?.home === home && known.rests.length === rests.length && known.rests.every((rest, at) => rest === rests[at])
  return isKnown ? known : { home, rests, findings: judge() }
}
