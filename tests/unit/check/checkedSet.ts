import { Checker } from '@/check/checker'
import type { CheckInput } from '@/check/input'
import type { CheckSettings } from '@/check/settings'
import type { Filed } from '@/check/whole/whole'
import type { Agency } from '@/register/agency'
import type { Finding } from '@/report/finding'

/** Reports as a checker takes them, by agency and year; the agency's name is its id. */
export function filedOf(inputs: readonly CheckInput[]): Filed[] {
  return inputs.map((input) => ({ key: `${input.agency ?? ''} ${String(input.year)}`, agency: input.agency, input }))
}

/** A checker over reports. */
export function checkerOf(
  filed: readonly Filed[],
  agencies: readonly Agency[] = [],
  settings?: CheckSettings,
): Checker {
  const checker = new Checker()
  checker.setAgencies(agencies)
  if (settings) checker.setSettings(settings)
  for (const one of filed) checker.put(one)
  return checker
}

/** The findings of one rule over reports. */
export function foundBy(rule: string, inputs: readonly CheckInput[], agencies: readonly Agency[] = []): Finding[] {
  const findings = checkerOf(filedOf(inputs), agencies).findings()
  return findings.map(({ finding }) => finding).filter((finding) => finding.rule === rule)
}
