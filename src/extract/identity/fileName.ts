import { squash } from '../normalise'
import { cleanName, isAgencyName } from './agencyName'
import { yearsIn } from './years'

/** The last part of a path or archive member, without its extension. */
function baseName(file: string): string {
  const name = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('!')) + 1)
  return name.replace(/\.[A-Za-z\d]{1,5}$/u, '')
}

const REPORT_WORDS =
  /(?:政府|政务)?信息公开(?:工作)?|年度(?:工作)?报告|工作报告|年报|报告|工作总结|扫描件?|签字|复印件?|已?签章|PDF|终稿|定稿|最终|最新|正式|上报|盖章|公开|修改|版|稿/gu

/** The agency that a file's name names: what is left without year, numbers and the words for such a report. */
export function agencyInFileName(file: string): string | null {
  const words = squash(baseName(file))
    .replace(REPORT_WORDS, '')
    .replace(/[([]?20\d{2}年?度?[)\]]?/gu, '')
    .replace(/^[\d._\-—、\s()[\]]+|[\d._\-—、\s()[\]]+$/gu, '')
    .replace(/^关于|的$/gu, '')
  return isAgencyName(words) ? cleanName(words) : null
}

/** When the file was saved or sent, not the year that it reports on. */
const WHOLE_DATE = /20\d\d([-_.])\d{1,2}\1\d{1,2}/gu

/** The only year in a file's name, or `null`. */
export function yearInFileName(file: string): number | null {
  const years = new Set(yearsIn(baseName(file).replace(WHOLE_DATE, '')).map(({ year }) => year))
  const [only] = years
  return years.size === 1 && only !== undefined ? only : null
}
