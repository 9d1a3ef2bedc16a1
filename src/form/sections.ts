import type { FormVersion } from './version'

const HEADINGS = [
  '一、总体情况',
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
  '五、存在的主要问题及改进情况',
  '六、其他需要报告的事项',
] as const
const FOURTH_OF_2019 = '四、因政府信息公开工作被申请行政复议、提起行政诉讼情况'

/** The headings of the six sections as the form of a version prints them; only the fourth differs. */
export function sectionHeadings(version: FormVersion): readonly string[] {
  return HEADINGS.map((heading, at) => (at === 3 && version === '2019' ? FOURTH_OF_2019 : heading))
}
