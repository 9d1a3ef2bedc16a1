import { APPLICANTS } from '../form/requests'
import type { Random } from './random'
import type { SampleReport } from './sampleReport'

/** Sentences by what they are about; one of each list is taken. `{name}` places are filled from the report. */
const OPENINGS = [
  '本报告依照《中华人民共和国政府信息公开条例》编写，所列数据的统计时间为{year}年1月1日至12月31日。',
  '现将{agency}{year}年度政府信息公开工作情况报告如下，数据统计自{year}年1月1日起，至{year}年12月31日止。',
  '按照《中华人民共和国政府信息公开条例》第五十条的要求，编制{year}年度报告并向社会公布。对内容有疑问的，可与本机关联系。',
]

const PROACTIVE = [
  '（一）主动公开。围绕群众关心的事项更新栏目，全年在网站和新媒体发布信息，重要文件同步配发解读。',
  '（一）主动公开方面，梳理本机关公开目录，做到文件出台即公开，便民服务指南随事项调整及时改写。',
  '（一）主动公开工作。对已公开的文件逐份复核，失效文件标注清楚，新制文件在规定时限内上网。',
]

const REQUESTS = [
  '（二）依申请公开。全年新收政府信息公开申请{received}件，上年结转{carriedIn}件，办结{settled}件，结转下年度{carriedOut}件。',
  '（二）依申请公开方面，畅通当面、信函和网络渠道。本年收到申请{received}件，加上上年结转的{carriedIn}件，已办结{settled}件，尚有{carriedOut}件结转下年度继续办理。',
]
const NO_REQUESTS = [
  '（二）依申请公开。全年未收到政府信息公开申请。',
  '（二）依申请公开方面，受理渠道保持畅通，本年度没有收到申请。',
]

const MANAGEMENT = [
  '（三）政府信息管理。公文拟稿时一并确定公开属性，发布前经两级审核，发布后定期回看。',
  '（三）信息管理方面，指定专人登记、归档，对网站错链和错字随查随改。',
]
const PLATFORM = [
  '（四）平台建设。优化网站栏目，调整检索入口，老年读者可使用大字版页面。',
  '（四）平台建设方面，便民服务大厅设置查阅点，备有电脑和纸质目录供查询。',
]
const SUPERVISION = [
  '（五）监督保障。将公开工作列入年度考核，开展业务培训，社会评议结果向各科室通报，全年没有发生责任追究情形。',
  '（五）监督保障方面，由办公室牵头督促检查，接受社会评议；工作考核与年终评比挂钩，未出现需要责任追究的情况。',
]

const PROBLEMS = [
  '存在的问题：一是部分栏目更新不够均衡，二是解读形式比较单一。改进措施：按月检查栏目，增加图表和问答形式的解读。',
  '工作中还有不足，主要是经办人员更换较多、业务不够熟练。下一步将组织轮训，编印办理手册，请法律顾问参与疑难申请的答复。',
  '问题主要在于公开内容与群众期待尚有距离。今后将定期征集需求，改进公开目录，提高答复质量。',
]

const OTHER = [
  '本机关{year}年度未收取信息处理费。没有其他需要报告的事项。',
  '{year}年没有发生收取信息处理费的情况，无其他需要报告的事项。',
]

/** The text of a report's sections, written for these samples; figures in it agree with the tables. */
export interface Prose {
  readonly opening: string
  readonly overview: readonly string[]
  readonly problems: string
  readonly other: string
}

/** Draws the prose of a report. */
export function writeProse(report: SampleReport, random: Random): Prose {
  // Who leaves the totals blank knows its numbers all the same.
  const count = (row: 'received' | 'carriedIn' | 'settled' | 'carriedOut'): number =>
    report.values[`requests.${row}.total`] ??
    APPLICANTS.reduce((sum, applicant) => sum + (report.values[`requests.${row}.${applicant}`] ?? 0), 0)
  const words: Readonly<Record<string, string | number>> = {
    agency: report.agency,
    year: report.year,
    received: count('received'),
    carriedIn: count('carriedIn'),
    settled: count('settled'),
    carriedOut: count('carriedOut'),
  }
  const say = (sentences: readonly string[]): string =>
    random.pick(sentences).replace(/\{(\w+)\}/gu, (_, name: string) => String(words[name] ?? ''))
  const anyRequests = ['received', 'carriedIn', 'settled'].some((name) => words[name] !== 0)
  return {
    opening: say(OPENINGS),
    overview: [
      say(PROACTIVE),
      say(anyRequests ? REQUESTS : NO_REQUESTS),
      say(MANAGEMENT),
      say(PLATFORM),
      say(SUPERVISION),
    ],
    problems: say(PROBLEMS),
    other: say(OTHER),
  }
}
