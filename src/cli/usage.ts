import { THRESHOLD_FIELDS } from '../check/settingFields'
import { AGENCY_KINDS, LEVELS, SCOPES } from '../register/agency'
import { AGENCY_CLASSES } from '../register/deadlines'
import { SYSTEMS } from '../register/systems'

/** A command called wrongly: what is wrong, in Chinese and English. Ends with exit status 2. */
export class UsageError extends Error {
  constructor(zh: string, en: string) {
    super(`${zh} / ${en}`)
    this.name = 'UsageError'
  }
}

/** Exit statuses, as CONTRACT.md has them. */
export const EXIT = { done: 0, found: 1, usage: 2 } as const

const READS = `PATH 可以是文件、文件夹（连同下级）、zip 压缩包，可以有多个。读 Word 和 WPS 文字（.docx、.doc、.wps、.rtf）、Excel 和 WPS 表格（.xlsx、.xls、.et）、有文字的 PDF 和 OFD、网页（.html、.mht）和文本（.txt）；以内容而不以扩展名辨认。
PATH is a file, a folder with all it holds, or a zip archive; there may be several. Word and WPS (.docx, .doc, .wps, .rtf), Excel and WPS workbooks (.xlsx, .xls, .et), PDF and OFD with text, web pages (.html, .mht) and text (.txt) are read; the content decides, not the extension.`

const REGISTER = `登记表是 xlsx 或 CSV 表格（登记表页面导出的那种，每行一个机关，有误的行写到标准错误，其余照用），或 JSON 数组，一个机关一项。以名称、别名或曾用名与年报对上，只写“区财政局”的看文件夹属于哪个区；对不上的机关写到标准错误。
The register is an xlsx or CSV table as the register page exports it (a row an agency; bad rows are named on standard error, the rest is used), or a JSON array, one entry an agency. Agencies are found by their name, another or a former name; where a name has no region, by the region of the folder. Those not found are named on standard error.
    {"id": "…", "name": "…", "aliases": ["…"], "kind": "department", "level": "city", "region": "…", "system": "police", "parent": "id", "scope": "own", "regionCode": "420200", "formerNames": [{"name": "…", "until": 2018}], "from": 2019, "to": 2024, "successor": "id"}
    id、name 必需，其余缺了由名称推定，parent（汇总它的机关的 id）缺了即无。 id and name are needed; what else is missing is proposed from the name, save parent (id of the agency that sums it), which is then none.
    kind ${AGENCY_KINDS.join(' ')} · level ${LEVELS.join(' ')} · scope ${SCOPES.join(' ')}
    system ${SYSTEMS.map(({ id }) => id).join(' ')}`

const SETTINGS = `  --settings FILE   阈值、期限、零申报和确认过的成员名单：软件的备份（.zip），或 JSON 对象，下列各项可缺；机关写 id 或名称
                    thresholds, deadlines, nil returns and confirmed member lists: a backup of the app (.zip), or a JSON object with any of these; an agency by its id or name
                    {"check": {"thresholds": {"departments": {"jump.times": 5, "sameCells": 12}}, "deadlines": {"departments": {"day": "01-25", "source": "…"}}},
                     "nil": [{"agency": "…", "year": 2024}], "confirmed": [{"agency": "…", "year": 2024, "members": ["…"]}]}
                    ${AGENCY_CLASSES.join(' ')} · ${THRESHOLD_FIELDS.map(({ id }) => id).join(' ')}`

/** What `--help` says, command by command. */
export const USAGE: Readonly<Record<string, string>> = {
  '': `勾稽 Gouji：政府信息公开工作年度报告的识读、核对、导出
Reads, checks and exports government agencies' yearly open-government reports.

用法 usage: gouji COMMAND …

  parse   识读，每份一行 JSON            reads reports, one JSON object a line
  check   核对勾稽关系，每条一行 JSON    checks that numbers foot, one JSON finding a line
  export  写出整个数据集                 writes the whole data set (xlsx, csv, json)
  total   把成员的年报汇总成政府的年报   sums the members' reports into their government's (docx, xlsx, json)
  register 由年报列出机关登记表          lists the agencies of reports as a register
  sample  生成虚构的年报                 writes fictional reports

gouji COMMAND --help 看各命令的用法 shows how each is used.`,

  parse: `用法 usage: gouji parse PATH…

${READS}

每份年报在标准输出占一行 JSON；没有得到年报的文件也占一行，说明原因。进度和合计写到标准错误。
Each report gives one JSON object on a line of its own on standard output; so does each file that gave none, with the reason. Progress and the summary go to standard error.

退出状态 exit status: 0 每个文件都得到年报 every file gave a report · 1 有文件没有得到 some gave none · 2 用法错误 wrong usage`,

  check: `用法 usage: gouji check [--register FILE] [--settings FILE] [--out FILE.xlsx] PATH…

${READS}

所有年报一起核对，每条问题一行 JSON：规则、程度、机关、年度、涉及的格、算式、差额、说明；与上年、与其他机关对照的，各格写明在哪一份年报里。
All reports are checked together. Each finding gives one JSON object on a line of its own: rule, severity, agency, year, cells, formula, difference, message; cells of findings across years or agencies say which report they stand in.

  --register FILE   机关登记表。机关性质、期限、汇总关系由它定，没有它，用到这些的规则不核对，写到标准错误
                    the register of agencies: what sort of body each is, its deadline, who sums whom. Without it the rules that need that are left out, and named on standard error
${SETTINGS}
  --out FILE.xlsx   另存一份 Excel 表 writes the findings as a workbook, too

${REGISTER}

退出状态 exit status: 0 没有错误 no error · 1 有错误或读不出的文件 errors, or files that could not be read · 2 用法错误 wrong usage`,

  export: `用法 usage: gouji export [--register FILE] [--language zh|en] PATH… --out FILE.xlsx|FILE.csv|FILE.json

${READS}

写出整个数据集，连同每个数的来历、口径、识读问题和勾稽问题。格式由扩展名决定：xlsx 分表；csv 一格一行，带 BOM；json 一份年报一行。
Writes the whole data set with the state of every value, definitions, issues and findings. The extension decides: xlsx has sheets, csv one line a cell with a byte order mark, json one line a report.

  --out FILE        写到哪里 where to write
  --register FILE   机关登记表，给出每份年报的机关名、区域、类别、层级、范围、系统、汇总机关；不给则都由名称推定
                    the register of agencies; it gives each report's agency: name, region, kind, level, scope, system and the agency that sums it; without it all are proposed from the name
  --language zh|en  表头的文字，默认 zh language of the heads, zh by default

${REGISTER}

退出状态 exit status: 0 已写出 written · 1 已写出，但有文件没有得到年报；或一份也没有，未写出 written, but some files gave no report; or none did and nothing was written · 2 用法错误 wrong usage`,

  total: `用法 usage: gouji total --of PARENT --year Y [--register FILE] [--settings FILE] [--nil NAME,…] PATH… --out FILE.docx|FILE.xlsx|FILE.json

${READS}

把成员的年报逐格相加，成为 PARENT 的本级汇总。成员按登记表的“汇总机关”；已报汇总报告的下级政府代表其全部成员，每个机关只计一次。PARENT 自己公布的年报如在其中，只作比较（E7），不相加。空白不当作 0，没有数的成员逐格写明。
Sums the members' reports cell by cell into the summed report of PARENT. The register says who is summed by whom; a lower government that has reported stands for all its members, and each body counts once. PARENT's own published report, where it is among them, is compared (E7) and never added. Blanks are not read as 0: who has no figure is told cell by cell.

  --of PARENT       汇总的政府，登记表里的名称或 id the government whose sum it is: its name or id in the register
  --year Y          年度 report year
  --out FILE        写到哪里；扩展名决定格式：docx 法定格式的年报，xlsx 用公式相加的工作簿，json
                    where to write; the extension decides: docx the report in the statutory layout, xlsx a workbook whose formulas add the members, json
  --register FILE   机关登记表；不给则成员由年报里的机关名推定，看不出谁没有报
                    the register of agencies; without it members are proposed from the names in the reports, and nobody can be told to be missing
${SETTINGS}
  --nil NAME,…      没有年报、但申明各数为 0 的机关 agencies without a report that have declared all their figures to be 0

${REGISTER}

退出状态 exit status: 0 已写出 written · 1 已写出，但有文件没有得到年报；或没有可以相加的数、写不出 written, but some files gave no report; or there was nothing to add, or it could not be written · 2 用法错误 wrong usage`,

  register: `用法 usage: gouji register [--register FILE] PATH… --out FILE.xlsx|FILE.csv

${READS}

把年报里的机关列成登记表，类别、层级、行政区划、系统、汇总机关都由名称推定，供在表格软件里改正，再用 --register 或在登记表页面读入。
Lists the agencies of the reports as a register, with kind, level, region, system and the agency that sums each proposed by name; put it right in a spreadsheet program and give it back by --register or on the register page.

  --out FILE        写到哪里 where to write
  --register FILE   已有的登记表，其中的机关照旧列出 a register that there is already; its agencies are kept as they are

退出状态 exit status: 0 已写出 written · 1 已写出，但有文件没有得到年报；或写不出 written, but some files gave no report; or it could not be written · 2 用法错误 wrong usage`,

  sample: `用法 usage: gouji sample --out DIR [--agencies N] [--years 2019-2024] [--seed S] [--format txt,html,docx,xlsx,zip] [--dirt KIND,…] [--truth FILE]

生成虚构机关的年报，供试用和测试。同样的参数生成同样的文件。
Writes reports of fictional agencies for trials and tests. The same arguments write the same files.

  --out DIR         写到哪个文件夹 folder to write to
  --agencies N      机关个数，默认 10 number of agencies, 10 by default
  --years A-B       年度，2019 起，默认 2019-2024 report years from 2019, 2019-2024 by default
  --seed S          种子，默认 1 seed, 1 by default
  --format F,…      轮流使用的格式 formats to take by turns: txt html docx xlsx zip，默认 docx
  --dirt KIND,…     掺入的毛病 damage to put in: none（默认 default）、all，或下列各种 or any of
                    {dirt}
  --truth FILE      把各文件应读出的结果写成一行一个 JSON writes what each file holds, one JSON object a line

退出状态 exit status: 0 已写出 written · 1 写不出 could not be written · 2 用法错误 wrong usage`,
}
