import type { Agency } from './agency'

/** A region of the administrative division, or one that a person's register adds. */
export interface Region {
  /** Six digits (GB/T 2260): province, prefecture, county. */
  readonly code: string
  readonly name: string
  readonly level: 'province' | 'city' | 'county'
  /** Last year that lists a region given up since. */
  readonly until?: number
}

type Named = ReadonlyMap<string, readonly Region[]>
const OUTERMOST = ['province', 'city', 'county'] as const

/** Regions by code and by the names that they go by. Cheap to extend: the table beneath is shared. */
export class Regions {
  readonly #byCode: ReadonlyMap<string, Region>
  readonly #byName: Named
  readonly #byStem: Named
  readonly #beneath: Regions | null
  /** Length of the longest name. */
  readonly longest: number

  constructor(regions: readonly Region[], beneath: Regions | null = null) {
    const byCode = new Map<string, Region>()
    const byName = new Map<string, Region[]>()
    const byStem = new Map<string, Region[]>()
    for (const region of regions) {
      if (!byCode.has(region.code) || region.until === undefined) byCode.set(region.code, region)
      for (const name of [region.name, ...shortForms(region.name)]) add(byName, name, region)
      if (region.until === undefined) for (const stem of stemsOf(region.name)) add(byStem, stem, region)
    }
    this.#byCode = byCode
    this.#byName = byName
    this.#byStem = byStem
    this.#beneath = beneath
    this.longest = Math.max(beneath?.longest ?? 0, ...[...byName.keys()].map((name) => name.length))
  }

  byCode(code: string): Region | undefined {
    return this.#byCode.get(code) ?? this.#beneath?.byCode(code)
  }

  /** Regions that go by a name, in full or, where none does, shortened (恩施州, 长阳县); present and former ones. */
  named(name: string): readonly Region[] {
    const all = [...(this.#byName.get(name) ?? []), ...(this.#beneath?.named(name) ?? [])]
    const inFull = all.filter((region) => region.name === name)
    return inFull.length > 0 ? inFull : all
  }

  /** The regions that a name without its last word stands for (黄石, 湖北, 恩施): those of the highest level that has any. */
  stemmed(stem: string): readonly Region[] {
    const all = [...(this.#byStem.get(stem) ?? []), ...(this.#beneath?.stemmed(stem) ?? [])]
    const highest = OUTERMOST.find((level) => all.some((region) => region.level === level))
    return all.filter(({ level }) => level === highest)
  }

  /** The regions around one, the nearest first: 420202 lies in 420200 and 420000. */
  around(code: string): Region[] {
    return [`${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`].flatMap((outer) => {
      const region = outer === code ? undefined : this.byCode(outer)
      return region ? [region] : []
    })
  }

  /** With the regions that agencies name and code and that the table lacks. */
  extended(agencies: readonly Pick<Agency, 'region' | 'regionCode'>[]): Regions {
    const added = new Map<string, Region>()
    for (const { region, regionCode: code } of agencies) {
      if (code === undefined || region === '' || !/^\d{6}$/u.test(code) || this.byCode(code)) continue
      added.set(code, { code, name: region, level: levelOf(code) })
    }
    return added.size === 0 ? this : new Regions([...added.values()], this)
  }
}

/** Whether one code lies in another's region, or is it: 420202 in 420200. */
export function liesIn(code: string, outer: string): boolean {
  return code.startsWith(outer.replace(/(?:00){1,2}$/u, ''))
}

/** Of some regions the present ones, or all where they are all given up. */
export function presentOf(regions: readonly Region[]): readonly Region[] {
  const present = regions.filter(({ until }) => until === undefined)
  return present.length > 0 ? present : regions
}

/** A table without regions: names are then read by their endings alone. */
export const NO_REGIONS = new Regions([])

/** Reads the lines of `data/regions.ts`: codes with names, and codes with names and the last year of former ones. */
export function regionsOf(present: string, former: string): Regions {
  const now = [...present.matchAll(/(\d{6})(\S+)/gu)].map(([, code = '', name = '']) => regionOf(code, name))
  const gone = [...former.matchAll(/(\d{6})(\D+)(\d{4})/gu)].map(([, code = '', name = '', year]) => ({
    ...regionOf(code, name),
    until: Number(year),
  }))
  return new Regions([...now, ...gone])
}

const regionOf = (code: string, name: string): Region => ({ code, name, level: levelOf(code) })

function levelOf(code: string): Region['level'] {
  if (code.endsWith('0000')) return 'province'
  return code.endsWith('00') ? 'city' : 'county'
}

const ETHNIC =
  /(?:蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|塔吉克|怒|鄂温克|德昂|保安|裕固|独龙|鄂伦春|普米|门巴|珞巴|各)(?:族)?$/u

function add(map: Map<string, Region[]>, name: string, region: Region): void {
  const named = map.get(name)
  if (named) named.push(region)
  else map.set(name, [region])
}

/** A name without its last word, where two characters at least are left; of an autonomous region without its peoples. */
function stemsOf(name: string): string[] {
  const [bare = name] = shortForms(name)
  const stem = bare.replace(/(?:特别行政区|自治区|自治州|自治县|自治旗|地区|林区|新区|[省市县区州盟旗])$/u, '')
  const plain = stem.replace(/(?:壮族|回族|维吾尔)$/u, '')
  return plain.length >= 2 && plain !== name ? [plain] : []
}

/** How people shorten autonomous regions: 恩施州 for 恩施土家族苗族自治州, 长阳县 and 长阳自治县 for 长阳土家族自治县; 博州, 巴州, 克州 besides. */
function shortForms(name: string): string[] {
  const [, words = '', unit = ''] = /^(.+)自治([州县旗])$/u.exec(name) ?? []
  if (words === '') return []
  let stem = words
  for (
    let shorter = stem.replace(ETHNIC, '');
    shorter !== stem && shorter.length >= 2;
    shorter = stem.replace(ETHNIC, '')
  )
    stem = shorter
  if (stem === words) return []
  const letter = /^(?:博尔塔拉|巴音郭楞|克孜勒苏)$/u.test(stem) ? [`${stem.slice(0, 1)}${unit}`] : []
  return [`${stem}${unit}`, `${stem}自治${unit}`, ...letter]
}
