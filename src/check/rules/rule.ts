import type { Label } from '../../form/version'
import type { Severity } from '../../report/report'

/** A rule of RULES.md with the wording of everything that it may have to say. */
export interface Rule {
  readonly id: string
  /** Of its findings where it can judge; where it cannot, they are `info`. */
  readonly severity: Severity
  readonly title: Label
  /** The clause that it rests on. */
  readonly source: Label
  /** By `reason`; `{names}` are filled by `findingText`. */
  readonly reasons: Readonly<Record<string, Label>>
  /** It asks what sort of body an agency is, or whose members sum to whom: without a register it is silent. */
  readonly needsRegister?: true
}

/** The statutory form as the source of a rule. */
export const FORM: Label = {
  zh: '国办公开办函〔2021〕30号、〔2019〕60号所附表式',
  en: 'the form annexed to 国办公开办函〔2021〕30号 and 〔2019〕60号',
}

/** What to do where only the agency can know. */
export const ASK: Label = { zh: '请向填报机关核实。', en: 'Check with the agency.' }
