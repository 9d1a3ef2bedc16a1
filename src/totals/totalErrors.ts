import type { Label } from '../form/version'
import { fill } from '../report/wording'
import type { Language } from '../report/wording'
import type { TotalRefusal } from './total'

const WORDS: Readonly<Record<TotalRefusal['reason'], Label>> = {
  'before-form': {
    zh: '{year} 年还没有法定表式（2019 年度起用），不能汇总。',
    en: '{year} had no statutory form yet (it begins with report year 2019): there is nothing to sum.',
  },
  'own-scope': {
    zh: '“{parent}”在登记表里的范围是“本机关”，它的年报不汇总别的机关。如确为本级汇总，请在登记表把范围改为“本级汇总”。',
    en: '“{parent}” counts itself alone in the register, so its report sums nobody’s. If it does sum its members, set its scope to “summed” in the register.',
  },
  'no-members': {
    zh: '登记表里没有 {year} 年由“{parent}”汇总的机关。请在登记表填“汇总机关”一栏。',
    en: 'The register has no agency that “{parent}” sums in {year}. Fill in the column of the agency that sums each.',
  },
  'no-reports': {
    zh: '“{parent}”的 {missing} 个成员都没有 {year} 年的年报，没有可以相加的数。',
    en: 'None of the {missing} members of “{parent}” has a report of {year}: there is nothing to add.',
  },
  'mixed-scopes': {
    zh: '“{over}”的年报已含 {under} 的数，不能与它们相加。请在登记表核对“汇总机关”一栏。',
    en: 'The report of “{over}” already holds the figures of {under}; they are not added together. Check in the register which agency sums each.',
  },
}

/** Why there is no total, and what to do. */
export function totalRefusalText(refusal: TotalRefusal, language: Language): string {
  const names = (list: readonly { readonly name: string }[]): string =>
    list.map(({ name }) => name).join(language === 'zh' ? '、' : ', ')
  const params = {
    ...('year' in refusal ? { year: refusal.year } : {}),
    ...('parent' in refusal ? { parent: refusal.parent.name } : {}),
    ...('missing' in refusal ? { missing: refusal.missing } : {}),
    ...('over' in refusal ? { over: refusal.over.name, under: names(refusal.under) } : {}),
  }
  return fill(WORDS[refusal.reason], params, language)
}
