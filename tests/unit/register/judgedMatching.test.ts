import { describe, expect, it } from 'vitest'
import { loadRegions } from '@/register/loadRegions'
import { AgencyNames } from '@/register/match'
import { proposeAgency } from '@/register/propose'
import { JUDGED } from './judgedNames'

/** Names of the list that are one body under two writings: all that may be certain of one another. */
const SAME = [
  ['黄石市西塞山区人民政府', '黄石市西塞山区'],
  ['洪泽区', '淮安市洪泽区人民政府'],
  ['恩施土家族苗族自治州人民政府', '恩施州人民政府'],
  ['巴音郭楞蒙古自治州人民政府', '巴州人民政府'],
  ['长阳土家族自治县人民政府', '长阳县人民政府'],
  ['中共黄石市委社会工作部', '黄石市委社会工作部'],
  ['中共黄石市委办公室', '黄石市委办公室'],
  ['南京市鼓楼区财政局', '南京鼓楼区财政局'],
  ['内蒙古自治区锡林郭勒盟财政局', '锡林郭勒盟财政局'],
  ['灵乡镇', '灵乡镇人民政府'],
  ['平潭综合实验区管理委员会', '平潭综合实验区管委会'],
  ['武汉东湖新技术开发区管委会', '武汉东湖新技术开发区管理委员会'],
  ['西咸新区开发建设管理委员会', '陕西省西咸新区开发建设管理委员会'],
  ['国家税务总局黄石市税务局', '黄石市税务局'],
  ['大冶市金湖街道办事处', '大冶市金湖街道办'],
]

const regions = await loadRegions()
const agencies = JUDGED.map(({ name }) => ({ ...proposeAgency(name, regions), id: name, edited: [] }))
const twins = new Set(SAME.flatMap((names) => names.flatMap((one) => names.map((other) => `${one}=${other}`))))

describe('a register of every judged name', () => {
  it('takes none for another for certain when its own entry is missing, unless the two are one body', () => {
    const names = new AgencyNames(agencies, regions)
    const taken = agencies.flatMap((agency) => {
      names.remove(agency.id)
      const match = names.match(agency.name)
      names.put(agency)
      return match.kind === 'certain' ? [`${agency.name}=${match.id}`] : []
    })
    expect(taken.filter((pair) => !twins.has(pair))).toEqual([])
    expect(taken).toHaveLength(SAME.length * 2)
  })
})
