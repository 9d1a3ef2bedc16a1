import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { DIRT } from '@/sample/dirt'
import { SAMPLE_FORMATS } from '@/sample/dirtKind'
import { draftReport } from '@/sample/draft'
import { encodeGb18030 } from '@/sample/gb18030'
import { random } from '@/sample/random'
import { writeDocument } from '@/sample/sampleDocument'
import { sampleReports } from '@/sample/sampleReports'
import { spreadRows } from '@/sample/spread'

const reports = [...sampleReports(3, [2020, 2021], random('documents'))]
const [report] = reports
if (!report) throw new Error('no sample report')

describe('GB18030', () => {
  it('encodes what the decoder gives back', () => {
    const text = `政府信息公开 ABC “三安全一稳定” ① ㊣ € é 𠮷 😀 ${String.fromCodePoint(0xe000, 0x3400, 0x9fa6, 0x10ffff)}`
    expect(new TextDecoder('gb18030').decode(encodeGb18030(text))).toBe(text)
  })
})

describe('drafts', () => {
  it('spread over full grids', () => {
    for (const sample of reports) {
      const tables = draftReport(sample, random('x')).blocks.filter((block) => block.kind === 'table')
      expect(tables).toHaveLength(3)
      for (const table of tables) {
        const widths = new Set(spreadRows(table.rows).map((slots) => slots.length))
        expect([...widths]).toHaveLength(1)
      }
    }
  })
})

describe('documents', () => {
  it('are the same bytes for the same seed', () => {
    for (const format of SAMPLE_FORMATS) {
      const first = writeDocument(report, format, [], random('same'))
      const again = writeDocument(report, format, [], random('same'))
      expect(first.bytes).toEqual(again.bytes)
    }
  })

  it('hold title, six headings, signature and date', () => {
    const text = new TextDecoder().decode(writeDocument(report, 'txt', [], random('t')).bytes)
    for (const words of ['政府信息公开工作年度报告', '一、', '二、', '三、', '四、', '五、', '六、', report.agency])
      expect(text).toContain(words)
    expect(text).toMatch(/\n2021年1月\d+日\n/u)
  })

  it('escape what has a meaning in markup', () => {
    const hostile = { ...report, agency: '<script>alert("1")</script>&局' }
    const html = new TextDecoder().decode(writeDocument(hostile, 'html', [], random('t')).bytes)
    expect(html).not.toContain('<script>alert')
    expect(html).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;局')
    const parts = unzipSync(writeDocument(hostile, 'docx', [], random('t')).bytes)
    const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
    expect(xml).toContain('&lt;script&gt;alert("1")&lt;/script&gt;&amp;局')
  })
})

describe('dirt', () => {
  it('has names of its own', () => {
    expect(new Set(DIRT.map((dirt) => dirt.name)).size).toBe(DIRT.length)
    for (const dirt of DIRT) expect(dirt.name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/u)
  })

  it.each(DIRT)('$name changes the document in every format it is for', (dirt) => {
    for (const format of dirt.formats) {
      const changed = reports.some((sample) => {
        const plain = writeDocument(sample, format, [], random(sample.agency))
        const dirty = writeDocument(sample, format, [dirt], random(sample.agency))
        return Buffer.compare(plain.bytes, dirty.bytes) !== 0
      })
      expect(`${format} ${String(changed)}`).toBe(`${format} true`)
    }
  })
})
