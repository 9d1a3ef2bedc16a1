import type { ProfileId } from './profile'
import type { Random } from './random'

/** A fictional agency: names of places that are put together by chance, and of bodies as they exist everywhere. */
export interface SampleAgency {
  readonly name: string
  readonly region: string
  readonly profile: ProfileId
}

const FIRST = [
  '临',
  '青',
  '云',
  '松',
  '白',
  '石',
  '清',
  '安',
  '兰',
  '沐',
  '砚',
  '霁',
  '樵',
  '梧',
  '翠',
  '禾',
  '汀',
  '岚',
]
const SECOND = ['澜', '川', '陵', '溪', '浦', '岭', '泽', '桥', '湾', '坪', '塘', '坞', '滩', '屿', '墟', '阜']
const REGION_ENDINGS = ['市', '县', '区']

const BODIES: readonly (readonly [string, ProfileId])[] = [
  ['人民政府办公室', 'office'],
  ['自然资源和规划局', 'land'],
  ['住房和城乡建设局', 'housing'],
  ['公安局', 'police'],
  ['市场监督管理局', 'market'],
  ['教育局', 'service'],
  ['民政局', 'service'],
  ['人力资源和社会保障局', 'service'],
  ['卫生健康局', 'service'],
  ['交通运输局', 'service'],
  ['农业农村局', 'service'],
  ['发展和改革局', 'service'],
  ['财政局', 'service'],
  ['水利局', 'service'],
  ['应急管理局', 'service'],
  ['司法局', 'service'],
  ['文化广电和旅游局', 'quiet'],
  ['科学技术和经济信息化局', 'quiet'],
  ['商务局', 'quiet'],
  ['审计局', 'quiet'],
  ['统计局', 'silent'],
  ['退役军人事务局', 'silent'],
  ['信访局', 'silent'],
  ['医疗保障局', 'quiet'],
]
const PLACES_IN_REGION = 16

/** The first `count` agencies of a seed: regions one after the other, each with its bodies, streets and townships. */
export function sampleAgencies(count: number, random: Random): SampleAgency[] {
  const agencies: SampleAgency[] = []
  const taken = new Set<string>()
  const freshName = (endings: readonly string[]): string => {
    for (let tries = 0; ; tries++) {
      const more = Array.from({ length: 1 + Math.floor(tries / 40) }, () => random.pick(SECOND)).join('')
      const stem = random.pick(FIRST) + more
      const name = stem + random.pick(endings)
      if (taken.has(name)) continue
      taken.add(name)
      return name
    }
  }
  while (agencies.length < count) {
    const region = freshName(REGION_ENDINGS)
    const bodies = BODIES.map(([body, profile]): SampleAgency => ({ name: region + body, region, profile }))
    const places = Array.from({ length: PLACES_IN_REGION }, (_, index): SampleAgency => {
      const street = index % 3 === 0
      const name = freshName(street ? ['街道'] : ['镇', '镇', '乡'])
      return street
        ? { name: `${region}${name}办事处`, region, profile: 'street' }
        : { name: `${region}${name}人民政府`, region, profile: 'township' }
    })
    agencies.push(...bodies, ...places)
  }
  return agencies.slice(0, count)
}
