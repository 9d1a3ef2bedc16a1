import { createHash } from 'node:crypto'
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseCsv } from 'hucre/csv'
import { readXlsx } from 'hucre/xlsx'
import { beforeAll, describe, expect, it } from 'vitest'
import { cityReports } from '@/sample/city'
import { gouji, ownFolder } from './gouji'

const folder = ownFolder()
const wrong = ['police 2023', 'housing 2022', 'yunling 2023', 'water 2024']

beforeAll(async () => {
  await gouji(
    'sample',
    '--agencies',
    '4',
    '--years',
    '2020-2021',
    '--out',
    join(folder, 'clean'),
    '--format',
    'txt,html,docx',
  )
  for (const { agency, path, report, document } of cityReports())
    if (wrong.includes(`${agency} ${report.year}`))
      writeFileSync(join(folder, path.replaceAll('/', ' ')), document.bytes)
}, 120_000)

const fileOf = (start: string): string => join(folder, readdirSync(folder).find((name) => name.includes(start)) ?? '')

describe('gouji sample', () => {
  it('writes the same files for the same seed and others for another', async () => {
    const hashOf = async (seed: string): Promise<string> => {
      const out = join(folder, `seed ${seed} ${Math.random()}`)
      await gouji(
        'sample',
        '--agencies',
        '3',
        '--years',
        '2021',
        '--seed',
        seed,
        '--format',
        'txt,docx,zip',
        '--dirt',
        'all',
        '--out',
        out,
      )
      const hash = createHash('sha256')
      for (const name of readdirSync(out, { recursive: true, encoding: 'utf8' }).sort())
        if (/\.(txt|docx|zip)$/u.test(name)) hash.update(name).update(readFileSync(join(out, name)))
      return hash.digest('hex')
    }
    const first = await hashOf('7')
    expect(await hashOf('7')).toBe(first)
    expect(await hashOf('8')).not.toBe(first)
  })

  it('writes what parse reads, value by value, in every format and in archives', async () => {
    const out = join(folder, 'round')
    const truth = join(folder, 'truth.jsonl')
    await gouji(
      'sample',
      '--agencies',
      '12',
      '--years',
      '2020-2022',
      '--seed',
      'x',
      '--format',
      'txt,html,docx,zip',
      '--out',
      out,
      '--truth',
      truth,
    )
    const { lines, status } = await gouji('parse', out)
    const wanted = readFileSync(truth, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    const byFile = new Map(lines.map((line) => [String(line['file']).slice(out.length + 1), line]))
    expect(status).toBe(0)
    expect(lines).toHaveLength(36)
    for (const { file, agency, year, published, forms, values } of wanted)
      expect(byFile.get(String(file))).toMatchObject({ agency, year, published, forms, values, issues: [] })
    expect([...byFile.keys()].some((file) => file.includes('.zip!/2021/'))).toBe(true)
  })
})

describe('gouji check', () => {
  it('finds nothing wrong with what foots and ends with 0', async () => {
    const { lines, status } = await gouji('check', join(folder, 'clean'))
    expect(lines.filter((line) => line['severity'] === 'error')).toEqual([])
    expect(status).toBe(0)
  })

  it('writes findings with formula, difference and cells in their places, and ends with 1', async () => {
    const file = fileOf('公安局2023')
    const { lines, status } = await gouji('check', file)
    const sum = lines.find((line) => line['rule'] === 'E1')
    expect(Object.keys(sum ?? {})).toEqual([
      'rule',
      'severity',
      'agency',
      'year',
      'fields',
      'cells',
      'formula',
      'difference',
      'message',
    ])
    expect(sum).toMatchObject({ severity: 'error', agency: '临澜市公安局', year: 2023, difference: 10 })
    expect(sum?.['fields']).toContain('requests.received.total')
    const cells = sum?.['cells'] as Record<string, unknown>[]
    expect(Object.keys(cells[0] ?? {})).toEqual(['file', 'year', 'field', 'value', 'at'])
    expect(cells[0]).toMatchObject({ file, year: 2023 })
    expect(String(sum?.['formula'])).toContain('≠')
    expect(status).toBe(1)
  })

  it('names agencies as the register does', async () => {
    const register = join(folder, 'register.json')
    writeFileSync(register, JSON.stringify([{ id: 'p', name: '临澜市公安局（市反恐办）', aliases: ['临澜市公安局'] }]))
    const { lines } = await gouji('check', '--register', register, fileOf('公安局2023'))
    expect(new Set(lines.map((line) => line['agency']))).toEqual(new Set(['临澜市公安局（市反恐办）']))
  })

  it('lists the agencies of reports as a register, and takes the table back with its bad rows named', async () => {
    const table = join(folder, 'register.csv')
    const made = await gouji('register', fileOf('公安局2023'), '--out', table)
    expect(made.status).toBe(0)
    const text = readFileSync(table, 'utf8')
    expect(text.split('\r\n')[1]).toMatch(/^临澜市公安局,,,部门,市级,,临澜市,公安,/u)
    writeFileSync(
      table,
      `${text.replace('临澜市公安局', '临澜市公安局（市反恐办）').replace(/,,,部门/u, ',临澜市公安局,,部门')},,,,,,,,,,,,,x\r\n`,
    )
    const { lines, stderr } = await gouji('check', '--register', table, fileOf('公安局2023'))
    expect(lines.every(({ agency }) => agency === '临澜市公安局（市反恐办）')).toBe(true)
    expect(stderr).toMatch(/第 3 行“全称”.*没有全称/u)
    const book = join(folder, 'register.xlsx')
    expect((await gouji('register', '--register', table, fileOf('公安局2023'), '--out', book)).status).toBe(0)
    expect((await gouji('check', '--register', book, fileOf('公安局2023'))).stderr).not.toMatch(/登记表/u)
    expect((await gouji('register', fileOf('公安局2023'), '--out', join(folder, 'register.txt'))).status).toBe(2)
  })

  it('names on standard error the agencies that the register lacks', async () => {
    const register = join(folder, 'elsewhere.json')
    writeFileSync(register, JSON.stringify([{ id: 'p', name: '长川省公安厅' }]))
    const { stderr } = await gouji('check', '--register', register, fileOf('公安局2023'))
    expect(stderr).toContain('临澜市公安局')
  })

  it('names on standard error the rules that need a register, where there is none', async () => {
    const { stderr } = await gouji('check', fileOf('公安局2023'))
    for (const rule of ['W4', 'W18', 'I4']) expect(stderr).toContain(rule)
    expect(stderr).not.toContain('临澜市公安局')
  })

  it.each([
    '{}',
    '[{"id":"a"}]',
    '[{"id":"a","name":"甲","kind":"king"}]',
    '[{"id":"a","name":"甲"},{"id":"a","name":"乙"}]',
    '[1]',
    'no json',
  ])('ends with 2 for a register of %s', async (text) => {
    const register = join(folder, 'wrong.json')
    writeFileSync(register, text)
    expect((await gouji('check', '--register', register, folder)).status).toBe(2)
  })

  it('names unreadable files on standard error and ends with 1', async () => {
    const { status, stderr, stdout } = await gouji('check', join(folder, 'no such file'))
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toContain('no such file')
  })
})

describe('gouji export', () => {
  it('writes csv, json and xlsx that read back', async () => {
    const clean = join(folder, 'clean')
    const calls = ['out.csv', 'out.json', 'out.xlsx'].map((name) => gouji('export', clean, '--out', join(folder, name)))
    expect((await Promise.all(calls)).map(({ status }) => status)).toEqual([0, 0, 0])
    const csv = parseCsv(readFileSync(join(folder, 'out.csv'), 'utf8'))
    const json = JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8')) as { reports: { values: object }[] }
    const book = await readXlsx(readFileSync(join(folder, 'out.xlsx')))
    expect(json.reports).toHaveLength(8)
    expect(csv).toHaveLength(1 + json.reports.reduce((sum, report) => sum + Object.keys(report.values).length, 0))
    expect(book.sheets.find((sheet) => sheet.name === '年报')?.rows).toHaveLength(9)
  })

  it('carries what the register says of an agency, in every format', async () => {
    const register = join(folder, 'full.json')
    const police = {
      kind: 'vertical',
      level: 'province',
      region: '长川省',
      system: 'justice',
      parent: 'g',
      scope: 'summed',
    }
    const entries = [
      { id: 'p', name: '临澜市公安局', ...police },
      { id: 'g', name: '长川省人民政府' },
    ]
    writeFileSync(register, JSON.stringify(entries))
    const outs = ['.csv', '.json', '.xlsx'].map((end) => join(folder, `known${end}`))
    for (const out of outs) await gouji('export', '--register', register, fileOf('公安局2023'), '--out', out)
    const [csv = '', json = '', xlsx = ''] = outs
    const said = ['长川省', '垂直管理单位', '省级', '本级汇总', '司法', '长川省人民政府']

    const [head = [], line = []] = parseCsv(readFileSync(csv, 'utf8').replace(/^\uFEFF/u, ''))
    const columns = ['区域', '类别', '层级', '范围', '系统', '汇总机关']
    expect(columns.map((name) => line[head.indexOf(name)])).toEqual(said)

    const { reports } = JSON.parse(readFileSync(json, 'utf8')) as { reports: { agency: Record<string, string> }[] }
    const { id, region, kind, level, scope, system, parent } = reports[0]?.agency ?? {}
    expect([id, region, kind, level, scope, system, parent]).toEqual(['p', ...said])

    const [, row] = (await readXlsx(readFileSync(xlsx))).sheets.find(({ name }) => name === '年报')?.rows ?? []
    expect(row).toEqual(expect.arrayContaining(said))
  })

  it('writes what it could read, and ends with 1 where a file gave none', async () => {
    const out = join(folder, 'partly.csv')
    const { status, stderr } = await gouji('export', fileOf('水利局2024'), join(folder, 'gone.txt'), '--out', out)
    expect(status).toBe(1)
    expect(stderr).toContain('gone.txt')
    expect(readFileSync(out, 'utf8')).toContain('未读出')
  })

  it('writes nothing where there is no report', async () => {
    const { status } = await gouji('export', join(folder, 'gone.txt'), '--out', join(folder, 'none.xlsx'))
    expect(status).toBe(1)
    expect(readdirSync(folder)).not.toContain('none.xlsx')
  })

  it('says so where the file cannot be written', async () => {
    const { status, stderr } = await gouji('export', join(folder, 'clean'), '--out', join(folder, 'no/folder/out.csv'))
    expect(status).toBe(1)
    expect(stderr).toContain('out.csv')
  })
})
