import type { Block, SourceDocument } from '../readers/document'
import type { Cell, Report } from '../report/report'
import { squash } from './normalise'

/** Characters of the form, and of agencies' names, that traditional script writes differently; each stands for one. */
const TRADITIONAL =
  '開報總體況動規範許處罰強製發廢現數內項決費額單萬業請結轉屬國機權執過務類詢無關沒補確訪舉訴複復議獲繳納續維糾審計訟經問題進實據係與組織構學當區穩購採較減對設縣鎮鄉廳辦財為後於團個產環場稅監檢訊資應須餘還從來統會則傳達勞衛農廣電視聯濟術紀員測險銀號門們兩創專誌'
const SIMPLIFIED =
  '开报总体况动规范许处罚强制发废现数内项决费额单万业请结转属国机权执过务类询无关没补确访举诉复复议获缴纳续维纠审计讼经问题进实据系与组织构学当区稳购采较减对设县镇乡厅办财为后于团个产环场税监检讯资应须余还从来统会则传达劳卫农广电视联济术纪员测险银号门们两创专志'
const PLAIN = new Map(Array.from(TRADITIONAL, (sign, at) => [sign, SIMPLIFIED[at] ?? sign]))
const SIGN = new RegExp(`[${TRADITIONAL}]`, 'gu')

/** A document in traditional script as the form writes it, and the way back to what is printed. */
export interface Rewritten {
  readonly document: SourceDocument
  readonly printed: (report: Report) => Report
}

/** Writes a document in traditional script as the form does, character by character; `null` for any other document. */
export function inSimplified(document: SourceDocument): Rewritten | null {
  const texts = [...document.blocks.flatMap(textsOf), ...Object.values(document.metadata)]
  if (!texts.some((text) => text.includes('公開'))) return null
  const metadata = new Map(Object.entries(document.metadata).map(([key, text]) => [key, simplified(text)] as const))
  return {
    document: { ...document, blocks: document.blocks.map(simplifiedBlock), metadata: Object.fromEntries(metadata) },
    printed: printedBy(texts.join('\n')),
  }
}

const simplified = (text: string): string => text.replace(SIGN, (sign) => PLAIN.get(sign) ?? sign)

function textsOf(block: Block): string[] {
  return block.kind === 'paragraph' ? [block.text] : block.rows.flatMap((row) => row.map((cell) => cell.text))
}

function simplifiedBlock(block: Block): Block {
  if (block.kind === 'paragraph') return { ...block, text: simplified(block.text) }
  return { ...block, rows: block.rows.map((row) => row.map((cell) => ({ ...cell, text: simplified(cell.text) }))) }
}

/** Puts back what a report quotes: a character stands for one, so it is found by where its simplified form stands. */
function printedBy(original: string): Rewritten['printed'] {
  const [text, squashed] = [original, squash(original)]
  const [plainText, plainSquashed] = [simplified(text), simplified(squashed)]
  const line = (words: string): string => {
    for (const [plain, printed] of [
      [plainText, text],
      [plainSquashed, squashed],
    ] as const) {
      const at = words === '' ? -1 : plain.indexOf(words)
      if (at >= 0) return printed.slice(at, at + words.length)
    }
    return words
  }
  const lines = (words: string): string => words.split('\n').map(line).join('\n')
  return (report) => ({
    ...report,
    agency: report.agency === null ? null : line(report.agency),
    title: report.title === null ? null : line(report.title),
    evidence: Object.fromEntries(
      Object.entries(report.evidence).map(([about, found]) => [about, { ...found, text: line(found.text) }]),
    ),
    cells: Object.fromEntries(
      Object.entries<Cell | undefined>(report.cells).flatMap(([id, cell]) =>
        cell ? [[id, { ...cell, raw: lines(cell.raw) }]] : [],
      ),
    ),
    sections: report.sections.map(({ number, heading, text: words }) => ({
      number,
      heading: line(heading),
      text: lines(words),
    })),
  })
}
