import { DISPUTE_COLUMN_LABELS, DISPUTE_KIND_LABELS } from '../../../form/disputes'
import { PROACTIVE_BLOCKS } from '../../../form/proactive'
import { OUTCOME_LABELS, REQUEST_ROWS } from '../../../form/requests'
import { lettersOf, noiseOf } from './letters'
import { shinglesOf } from './shingles'

/** Words that law and form put into every report: titles of the acts, headings, what section 一 and 六 must tell. */
const WORDS: readonly string[] = [
  '《中华人民共和国政府信息公开条例》',
  '中华人民共和国国务院令第711号',
  '《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》',
  '国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知',
  '《国务院办公厅关于印发〈政府信息公开信息处理费管理办法〉的通知》（国办函〔2020〕109号）',
  '国办公开办函〔2021〕30号、国办公开办函〔2019〕60号',
  '根据《中华人民共和国政府信息公开条例》（以下简称《条例》）的规定和要求，编制本年度报告',
  '现将本年度政府信息公开工作年度报告公布如下',
  '本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六部分组成',
  '因政府信息公开工作被申请行政复议、提起行政诉讼情况',
  '本报告所列数据的统计期限自2024年1月1日起至2024年12月31日止',
  '本报告中所列数据的统计期限从2024年1月1日至2024年12月31日',
  '本报告的电子版可在政府门户网站下载。如对本报告有任何疑问，请与办公室联系，联系地址、邮政编码、联系电话',
  '主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障',
  '工作考核、社会评议、责任追究结果情况',
  '按照《政府信息公开信息处理费管理办法》的规定，本年度收取信息处理费0元，本机关未收取信息处理费',
  '没有其他需要报告的事项，无其他需要报告的事项',
  '本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和',
  '申请人情况 自然人 法人或其他组织 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计',
  '三、本年度办理结果（三）不予公开（四）无法提供（五）不予处理（六）其他处理（七）总计',
]

function formWords(): string[] {
  const proactive = Object.values(PROACTIVE_BLOCKS)
    .flat()
    .flatMap(({ clause, rows }) =>
      rows.map(({ printed, cells }) => [clause, printed, ...cells.map((cell) => cell.printed)]),
    )
  const disputes = [...Object.values(DISPUTE_KIND_LABELS), ...Object.values(DISPUTE_COLUMN_LABELS)]
  return [
    ...proactive.map((words) => `${words.join('')}信息内容`),
    ...REQUEST_ROWS.map(({ printed }) => printed),
    ...Object.values(OUTCOME_LABELS).map(({ printed }) => printed),
    disputes.map(({ printed }) => printed).join(''),
  ]
}

/** Bits that most hashes of other texts miss, so that the set is seldom asked. */
const SIEVE = 0xffff
let known: { readonly hashes: ReadonlySet<number>; readonly sieve: Uint8Array } | undefined

function statutory(): NonNullable<typeof known> {
  if (known) return known
  const noise = noiseOf(null)
  const hashes = new Set([...WORDS, ...formWords()].flatMap((words) => [...shinglesOf(lettersOf(words, noise))]))
  const sieve = new Uint8Array(SIEVE + 1)
  for (const hash of hashes) sieve[hash & SIEVE] = 1
  known = { hashes, sieve }
  return known
}

/** The share (0–1) of a text's features that law and form put there. */
export function statutoryShare(shingles: Uint32Array): number {
  const { hashes, sieve } = statutory()
  let count = 0
  for (const hash of shingles) if (sieve[hash & SIEVE] === 1 && hashes.has(hash)) count++
  return shingles.length === 0 ? 1 : count / shingles.length
}
