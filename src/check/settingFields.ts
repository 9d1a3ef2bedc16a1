import type { Label } from '../form/version'
import type { CheckSettings, Thresholds } from './settings'

/** A number that a person can set: where it stands, what it means and what it may be. */
export interface SettingField<Of> {
  readonly id: string
  /** The rules that go by it. */
  readonly rule: string
  readonly label: Label
  /** What its default rests on. */
  readonly source: Label
  readonly least: number
  readonly most: number
  readonly of: (settings: Of) => number
  /** The same with another number in its place. */
  readonly put: (settings: Of, value: number) => Of
}

const RULES_LIST: Label = { zh: '本软件规则表', en: "this software's list of rules" }
const BY_TRIAL: Label = { zh: '本软件试算所定', en: 'set by trial calculation' }

/** Thresholds, each set for a class of agencies. */
export const THRESHOLD_FIELDS: readonly SettingField<Thresholds>[] = [
  {
    id: 'jump.times',
    rule: 'W6',
    label: { zh: '两年相差的倍数', en: 'Factor by which two years differ' },
    source: RULES_LIST,
    least: 1.1,
    most: 1000,
    of: ({ jump }) => jump.times,
    put: (all, times) => ({ ...all, jump: { ...all.jump, times } }),
  },
  {
    id: 'jump.least',
    rule: 'W6',
    label: { zh: '两年至少相差的件数', en: 'Minimum number by which two years differ' },
    source: RULES_LIST,
    least: 1,
    most: 1e6,
    of: ({ jump }) => jump.least,
    put: (all, least) => ({ ...all, jump: { ...all.jump, least } }),
  },
  {
    id: 'amount.low',
    rule: 'W5',
    label: { zh: '疑以元为万元：倍数下限', en: 'Yuan for 10,000 yuan: lowest factor' },
    source: BY_TRIAL,
    least: 10,
    most: 1e4,
    of: ({ amount }) => amount.low,
    put: (all, low) => ({ ...all, amount: { ...all.amount, low } }),
  },
  {
    id: 'amount.high',
    rule: 'W5',
    label: { zh: '疑以元为万元：倍数上限', en: 'Yuan for 10,000 yuan: highest factor' },
    source: BY_TRIAL,
    least: 1e4,
    most: 1e7,
    of: ({ amount }) => amount.high,
    put: (all, high) => ({ ...all, amount: { ...all.amount, high } }),
  },
  {
    id: 'amount.least',
    rule: 'W5',
    label: {
      zh: '疑以元为万元：较大的金额至少（万元）',
      en: 'Yuan for 10,000 yuan: minimum of the larger amount (10,000 yuan)',
    },
    source: BY_TRIAL,
    least: 0,
    most: 1e6,
    of: ({ amount }) => amount.least,
    put: (all, least) => ({ ...all, amount: { ...all.amount, least } }),
  },
  {
    id: 'sameCells',
    rule: 'W7',
    label: { zh: '两份年报相同的非零格数', en: 'Identical non-zero cells in two reports' },
    source: RULES_LIST,
    least: 3,
    most: 200,
    of: ({ sameCells }) => sameCells,
    put: (all, sameCells) => ({ ...all, sameCells }),
  },
  {
    id: 'text.ownYear',
    rule: 'W17',
    label: { zh: '与本机关上年文字相同的比例', en: 'Share of text identical to the agency’s previous year' },
    source: BY_TRIAL,
    least: 0.1,
    most: 1,
    of: ({ text }) => text.ownYear,
    put: (all, ownYear) => ({ ...all, text: { ...all.text, ownYear } }),
  },
  {
    id: 'text.otherAgency',
    rule: 'W17',
    label: { zh: '与其他机关文字相同的比例', en: 'Share of text identical to another agency’s' },
    source: BY_TRIAL,
    least: 0.1,
    most: 1,
    of: ({ text }) => text.otherAgency,
    put: (all, otherAgency) => ({ ...all, text: { ...all.text, otherAgency } }),
  },
  {
    id: 'text.characters',
    rule: 'W17',
    label: { zh: '比较的文字至少（字）', en: 'Minimum characters compared' },
    source: BY_TRIAL,
    least: 50,
    most: 1e5,
    of: ({ text }) => text.characters,
    put: (all, characters) => ({ ...all, text: { ...all.text, characters } }),
  },
]

/** What holds for all agencies together. */
export const COMMON_FIELDS: readonly SettingField<CheckSettings['commonSentence']>[] = [
  {
    id: 'agencies',
    rule: 'W17',
    label: { zh: '几个机关共有的句子算套话', en: 'Agencies sharing a sentence for it to be common wording' },
    source: BY_TRIAL,
    least: 2,
    most: 1e4,
    of: ({ agencies }) => agencies,
    put: (all, agencies) => ({ ...all, agencies }),
  },
  {
    id: 'share',
    rule: 'W17',
    label: { zh: '且占全部机关的比例', en: 'and their share of all agencies' },
    source: BY_TRIAL,
    least: 0,
    most: 1,
    of: ({ share }) => share,
    put: (all, share) => ({ ...all, share }),
  },
]
