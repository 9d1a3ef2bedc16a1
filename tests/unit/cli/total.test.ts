import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { parseFile } from '@/extract/parse'
import { cityAgencies, cityReports } from '@/sample/city'
import { gouji, ownFolder } from './gouji'

const folder = ownFolder()
const reports = join(folder, '2023')
const register = join(folder, 'register.json')

beforeAll(() => {
  for (const { path, report, document } of cityReports())
    if (report.year === 2023) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), document.bytes)
    }
  writeFileSync(register, JSON.stringify(cityAgencies().map((agency) => ({ ...agency, edited: undefined }))))
}, 60_000)

const total = (...args: string[]) => gouji('total', '--year', '2023', '--of', '临澜市人民政府', ...args)

describe('gouji total', () => {
  it('sums the members by the register, compares the published report and says what differs', async () => {
    const out = join(folder, 'total.json')
    const { status, stderr } = await total('--register', register, reports, '--out', out)
    expect(status).toBe(0)
    expect(stderr).toContain('成员 43 个：计入 43，零申报 0，没有年报 0。')
    expect(stderr).toContain('只作比较，不相加')
    expect(stderr).toMatch(/E7 汇总报告有 11 格少于成员之和，差额正好都是临澜市城南街道办事处的数/u)
    expect(stderr).toContain('登记表里不由该机关汇总')
    const written = JSON.parse(readFileSync(out, 'utf8')) as {
      form: string
      members: { id: string; status: string }[]
      sums: Record<string, { value: number; addends: { value: number }[] }>
      published: { causes: { kind: string; members: string[] }[] }
    }
    const cell = written.sums['requests.settled.total']
    expect(written.form).toBe('2021')
    expect(written.members.map(({ id }) => id)).not.toContain('tax')
    expect(cell?.value).toBe(cell?.addends.reduce((sum, { value }) => sum + value, 0))
    expect(written.published.causes).toMatchObject([{ kind: 'leftOut', members: ['chengnan'] }])
  })

  it('writes a Word report that parse reads back to the same figures', async () => {
    const out = join(folder, 'total.docx')
    await total('--register', register, reports, '--out', out)
    const { values } = JSON.parse(readFileSync(join(folder, 'total.json'), 'utf8')) as {
      values: Record<string, number | null>
    }
    for await (const read of parseFile({ path: 'total.docx', bytes: readFileSync(out) })) {
      if (!read.ok) throw new Error(read.error.reason)
      expect(read.value).toMatchObject({ agency: '临澜市人民政府', year: 2023 })
      expect(
        Object.fromEntries(Object.entries(read.value.cells).map(([field, cell]) => [field, cell?.value ?? null])),
      ).toEqual(values)
    }
  })

  it('does without a register by the names, and counts nil ones as 0', async () => {
    const out = join(folder, 'few.xlsx')
    const file = (name: string): string => join(reports, `${name}2023年度报告.docx`)
    const { status, stderr } = await total(file('临澜市财政局'), file('临澜市水利局'), '--out', out)
    expect(stderr).toContain('成员 2 个：计入 2')
    expect(status).toBe(0)
    const withNil = await total(
      '--register',
      register,
      '--nil',
      '临澜市信访局,audit',
      file('临澜市财政局'),
      '--out',
      out,
    )
    expect(withNil.stderr).toContain('计入 1，零申报 2（临澜市审计局、临澜市信访局），没有年报 40')
  })

  it('counts the report that was published last, in whatever order they are read', async () => {
    const place = join(folder, 'again')
    await gouji('sample', '--agencies', '1', '--years', '2023', '--seed', '7', '--format', 'txt', '--out', place)
    const [name = ''] = readdirSync(join(place, '2023'))
    const agency = /^(.+市)(.+)2023年/u.exec(name)
    const text = readFileSync(join(place, '2023', name), 'utf8')
    const issued = (file: string, day: string, licences: number): string => {
      const path = join(place, file)
      writeFileSync(
        path,
        text
          .replace(/(?:发布|公布)(?:日期|时间)：[\d-]+/u, `发布日期：2024-01-${day}`)
          .replace(/(行政许可\s+)\d+/u, `$1${licences}`),
      )
      return path
    }
    const files = [issued('a.txt', '20', 7001), issued('b.txt', '25', 7002), issued('c.txt', '20', 7003)]
    const out = join(place, 'total.json')
    for (const paths of [files, [...files].reverse()]) {
      const { stderr } = await gouji(
        'total',
        '--of',
        `${agency?.[1] ?? ''}人民政府`,
        '--year',
        '2023',
        ...paths,
        '--out',
        out,
      )
      const { values } = JSON.parse(readFileSync(out, 'utf8')) as { values: Record<string, number> }
      expect([values['proactive.licences.decisions'], stderr]).toEqual([
        7002,
        expect.stringContaining('只计公布最晚的一份'),
      ])
    }
  })

  it('says why there is nothing to add, and what is wrong with a call', async () => {
    const none = await total(
      '--register',
      register,
      join(reports, '临澜市人民政府2023年度报告.docx'),
      '--out',
      'x.json',
    )
    expect(none.status).toBe(1)
    expect(none.stderr).toContain('43 个成员都没有 2023 年的年报')
    const own = await gouji('total', '--of', '临澜市财政局', '--year', '2023', reports, '--out', 'x.json')
    expect(own.stderr).toContain('本机关')
    expect(own.status).toBe(1)
    for (const args of [
      ['--of', '无此机关', '--year', '2023', '--register', register, '--out', 'x.json', reports],
      ['--of', '临澜市人民政府', '--year', '2023', '--out', 'x.pdf', reports],
      ['--of', '临澜市人民政府', '--year', '2023', reports],
    ]) {
      const { status, stderr } = await gouji('total', ...args)
      expect([status, stderr.includes('gouji total --help')]).toEqual([2, true])
    }
    const help = await gouji('total', '--help')
    expect(help.stdout).toContain('--of PARENT')
  })
})
