import { describe, expect, it } from 'vitest'
import type { Agency } from '@/register/agency'
import { agencyId } from '@/register/names'
import { mergeProposal, proposeAgency, proposeParent } from '@/register/propose'

/** name | kind | level | region | system | scope */
const PROPOSALS = `
西塞山区科学技术和经济信息化局|department|county|西塞山区|science|own
区科学技术和经济信息化局|department|county||science|own
洪泽区|government|county|洪泽区||summed
淮安市洪泽区人民政府|government|county|洪泽区||summed
平潭综合实验区|zone|county|平潭综合实验区||summed
平潭综合实验区公安局|department|county|平潭综合实验区|police|own
平潭综合实验区管理委员会|zone|county|平潭综合实验区||own
上海市人民政府办公厅|department|province|上海市|office|own
上海市浦东新区人民政府|government|county|浦东新区||summed
浦东新区|government|county|浦东新区||summed
雄安新区管理委员会|zone|county|雄安新区||own
湖北省黄石市人民政府|government|city|黄石市||summed
黄石市人民政府国有资产监督管理委员会|department|city|黄石市|stateAssets|own
昆山市人民政府|government|county|昆山市||summed
黄石市市场监督管理局|department|city|黄石市|market|own
城市管理局|department|county||urban|own
西塞山区城市管理执法局|department|county|西塞山区|urban|own
住房和城市建设局|department|county||housing|own
市住房和城乡建设局|department|city||housing|own
津市市财政局|department|county|津市市|finance|own
济宁市市中区人民政府|government|county|济宁市市中区||summed
荆州市沙市区卫生健康局|department|county|沙市区|health|own
盐城市大丰区|government|county|大丰区||summed
海城市财政局|department|county|海城市|finance|own
下花园区人民政府|government|county|下花园区||summed
大冶市灵乡镇人民政府|township|township|大冶市||own
灵乡镇|township|township|||own
西塞山区澄月街道办事处|township|township|西塞山区||own
中山市东区街道办事处|township|township|中山市||own
红旗农场|township|township|||own
国家税务总局黄石市税务局|vertical|city|黄石市|tax|own
国家税务总局上海市浦东新区税务局|vertical|county|浦东新区|tax|own
国家税务总局|department|national||tax|own
中国人民银行黄石市分行|vertical|city|黄石市|financialServices|own
黄石海关|vertical|city||customs|own
黄石市气象局|vertical|city|黄石市|weather|own
教育部|department|national||education|own
国务院办公厅|department|national||office|own
黄石经济技术开发区管理委员会|zone|county|黄石经济技术开发区||own
黄石市经济技术开发区管理委员会|zone|county|黄石市经济技术开发区||own
恩施州财政局|department|city|恩施州|finance|own
恩施土家族苗族自治州人民政府|government|city|恩施土家族苗族自治州||summed
喀什地区行政公署|government|city|喀什地区||summed
内蒙古自治区财政厅|department|province|内蒙古自治区|finance|own
鄂温克族自治旗人民政府|government|county|鄂温克族自治旗||summed
神农架林区人民政府|government|county|神农架林区||summed
西塞山区委宣传部|department|county|西塞山区|party|own
西塞山区残疾人联合会|authorised|county|西塞山区|party|own
黄石市住房公积金中心|authorised|city|黄石市|housing|own
南京市鼓楼区人民政府|government|county|南京市鼓楼区||summed
`
  .trim()
  .split('\n')
  .map((line) => line.split('|'))

function agency(name: string, more: Partial<Agency> = {}): Agency {
  return { ...proposeAgency(name), id: agencyId(name), edited: [], ...more }
}

describe('what a name alone says', () => {
  it.each(PROPOSALS)('%s is a %s', (name = '', kind, level, region, system, scope) => {
    expect(proposeAgency(name)).toEqual({
      name,
      aliases: [],
      kind,
      level,
      region,
      system: system === '' ? null : system,
      parent: null,
      scope,
    })
  })
})

describe('the parent', () => {
  const city = agency('临澜市人民政府')
  const district = agency('临澜市东湖区人民政府')
  const register = [city, district, agency('别城市人民政府')]
  const parentOf = (name: string, among = register): string | null => proposeParent(agency(name), among)

  it('of a department is the government of its region', () => {
    expect(parentOf('临澜市财政局')).toBe(city.id)
    expect(parentOf('临澜市东湖区财政局')).toBe(district.id)
    expect(parentOf('东湖区花山街道办事处')).toBe(district.id)
    expect(parentOf('临澜市人民政府办公室')).toBe(city.id)
  })

  it('of a government is the one around it, where its name says so', () => {
    expect(parentOf('临澜市东湖区人民政府')).toBe(city.id)
    expect(parentOf('临澜市人民政府')).toBeNull()
  })

  it('of a zone that begins with the name of a city is that city', () => {
    expect(parentOf('临澜经济开发区管理委员会')).toBe(city.id)
  })

  it('is open for vertical agencies, unknown regions, and names without a region among several governments', () => {
    expect(parentOf('国家税务总局临澜市税务局')).toBeNull()
    expect(parentOf('远山县财政局')).toBeNull()
    expect(parentOf('财政局')).toBeNull()
    expect(parentOf('财政局', [city])).toBe(city.id)
    expect(parentOf('财政局', [city, agency('远山县水利局')])).toBeNull()
    expect(parentOf('远山县财政局', [city])).toBeNull()
  })
})

describe('a new proposal', () => {
  it('leaves what a person has set, and the id', () => {
    const kept = agency('临澜市财政局', { region: '东湖区', edited: ['region'] })
    const merged = mergeProposal(kept, { ...proposeAgency('临澜市财政局'), system: 'audit' })
    expect(merged).toEqual({ ...kept, system: 'audit' })
  })
})
