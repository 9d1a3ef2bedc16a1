import type { CheckInput } from '../input'
import { WordTree } from './wordTree'

/** Whose numbers a report's tables give: decides which subjects of a sentence are the agency itself. */
export interface Scope {
  /** The report sums a government's members: the whole region is its own, one office is not. */
  readonly summed: boolean
  /** A township's own report: 全镇 is itself. */
  readonly township: boolean
  /** Names that the agency goes by in its own report, and whether each is its full name. */
  readonly names: WordTree<boolean>
}

const GOVERNMENT = /(?:[省市县区旗州盟](?:人民政府)?|行政公署)$/u
const TOWNSHIP = /(?:[镇乡](?:人民政府|政府)?|苏木|街道(?:办事处)?|^[^市县区]{2,4}办事处)$/u
/** A government's own office, which is called after it and is not it. */
const OFFICE = /(?:人民政府|政府)(?:办公[室厅]|办)/u

/** Whose numbers the tables of a report give. */
export function scopeOf({ agency, body }: CheckInput): Scope {
  const name = agency ?? body?.name ?? ''
  const township = body ? body.kind === 'township' : TOWNSHIP.test(name)
  const summed = body ? body.scope === 'summed' : !township && !OFFICE.test(name) && GOVERNMENT.test(name)
  return { summed, township, names: new WordTree(ownNames(name, summed).map((own) => [own, own === name] as const)) }
}

/** The full name, and what is left of it after each region that it begins with: 大冶市财政局, 市财政局. */
function ownNames(name: string, summed: boolean): string[] {
  if (name.length < 3) return []
  if (summed) {
    // 某区人民政府 can be the office that carries the seal: only the region's name is surely the whole.
    const region = name.replace(/(?:人民政府|行政公署)$/u, '')
    return region.length >= 3 && region !== name ? [region] : [name]
  }
  const forms = new Set([name])
  for (let index = 1; index < name.length; index += 1)
    if ('省市县区旗州盟'.includes(name.charAt(index)))
      for (const from of [index, index + 1]) forms.add(name.slice(from))
  for (const form of forms) {
    forms.add(form.replace('人民政府', '政府').replace(/办公[室厅]$/u, '办'))
    forms.add(form.replace('人民政府', '政府'))
    if (TOWNSHIP.test(form)) forms.add(form.replace(/(?:人民政府|政府|办事处)$/u, ''))
  }
  return [...forms].filter((form) => form.length >= 3 && !/^(?:人民)?政府$/u.test(form))
}
