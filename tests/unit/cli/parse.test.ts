import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { fieldsOf } from '@/form/fields'
import { random } from '@/sample/random'
import { writeDocument } from '@/sample/sampleDocument'
import { sampleReports } from '@/sample/sampleReports'
import { zipOldStyle } from '@/sample/zipOldStyle'
import { BUNDLE, gouji, ownFolder } from './gouji'
import type { Called } from './gouji'

const folder = ownFolder()
const samples = [...sampleReports(1, [2019, 2020, 2021, 2022], random('command line'))]
const bytesOf = (year: number, format: 'txt' | 'html' | 'docx'): Uint8Array => {
  const sample = samples.find((report) => report.year === year)
  if (!sample) throw new Error(`no sample of ${year}`)
  return writeDocument(sample, format, [], random('document')).bytes
}

/** A PDF whose table of objects says of some that they begin a little further on. */
function withoutPlacesOf(objects: readonly string[], pdf: Buffer): Uint8Array {
  let text = pdf.toString('latin1')
  for (const object of objects) {
    const at = text.indexOf(`\n${object} 0 obj`) + 1
    const entry = (place: number): string => `${String(place).padStart(10, '0')} 00000 n`
    text = text.replace(entry(at), entry(at + 7))
  }
  return Buffer.from(text, 'latin1')
}

const put = (path: string, content: string | Uint8Array): void => {
  const target = join(folder, path)
  mkdirSync(join(target, '..'), { recursive: true })
  writeFileSync(target, content)
}

beforeAll(() => {
  put('in/b/2021.docx', bytesOf(2021, 'docx'))
  put('in/b.txt', bytesOf(2019, 'txt'))
  put('in/年报.html', bytesOf(2020, 'html'))
  put('in/𠮷.html', bytesOf(2022, 'html'))
  put('in/～.txt', '普通文字')
  put(
    'in/a.zip',
    zipOldStyle([
      { path: '乙/二〇二一.docx', bytes: bytesOf(2021, 'docx') },
      { path: '甲.txt', bytes: bytesOf(2019, 'txt') },
    ]),
  )
  for (const litter of ['.DS_Store', 'Thumbs.db', 'desktop.ini', '~$年报.docx', '__MACOSX/._a.docx'])
    put(`in/${litter}`, 'litter')
  put('bad/empty.docx', '')
  put('bad/picture.docx', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13))
  put('bad/good.txt', bytesOf(2019, 'txt'))
  put('bad/large.txt', '')
  truncateSync(join(folder, 'bad/large.txt'), 201 * 1024 * 1024)
  symlinkSync('..', join(folder, 'bad/round'))
  execFileSync('sh', ['-c', 'mkfifo "$0"', join(folder, 'bad/pipe')])
  writeFileSync(
    Buffer.concat([Buffer.from(join(folder, 'in/b/')), Buffer.of(0xc4, 0xea, 0xb1, 0xa8), Buffer.from('.txt')]),
    bytesOf(2020, 'txt'),
  )
  mkdirSync(join(folder, 'nothing'))
}, 120_000)

describe('gouji parse', () => {
  let called: Called
  beforeAll(async () => {
    called = await gouji('parse', join(folder, 'in'))
  }, 120_000)

  it('gives one line a file, by code point, archives member by member, litter passed over', () => {
    expect(called.lines.map((line) => String(line['file']).slice(folder.length + 1))).toEqual([
      'in/a.zip!/乙/二〇二一.docx',
      'in/a.zip!/甲.txt',
      'in/b.txt',
      'in/b/2021.docx',
      'in/b/年报.txt',
      'in/年报.html',
      'in/～.txt',
      'in/𠮷.html',
    ])
  })

  it('writes nothing but JSON on standard output, and a summary on standard error', () => {
    expect(called.lines).toHaveLength(called.stdout.split('\n').length - 1)
    expect(called.stderr).toContain('读出 7 份年报，1 个文件没有得到年报')
    expect(called.status).toBe(1)
  })

  it('writes keys and values in their order, all fields of the forms', () => {
    const line = called.lines.find(({ file }) => String(file).endsWith('2021.docx') && !String(file).includes('!'))
    const sample = samples[2]
    expect(Object.keys(line ?? {})).toEqual(['file', 'agency', 'year', 'published', 'forms', 'values', 'issues'])
    expect(line).toMatchObject({ agency: sample?.agency, year: 2021, published: sample?.published, issues: [] })
    expect(Object.keys(line?.['forms'] ?? {})).toEqual(['proactive', 'requests', 'disputes'])
    const fields = (['proactive', 'requests', 'disputes'] as const).flatMap((table) => fieldsOf(table, '2021'))
    expect(Object.entries(line?.['values'] ?? {})).toEqual(fields.map(({ id }) => [id, sample?.values[id]]))
  })

  it('says of a file that gave none why', () => {
    const line = called.lines.find(({ file }) => String(file).endsWith('～.txt'))
    expect(Object.keys(line ?? {})).toEqual(['file', 'error'])
    expect(line?.['error']).toEqual({ code: 'not-a-report', message: expect.stringContaining('～.txt') as string })
  })

  it('ends with 0 where every file gave a report, and takes paths in the order given', async () => {
    const paths = [join(folder, 'in/年报.html'), `${join(folder, 'in/b')}/`]
    const { status, lines } = await gouji('parse', ...paths)
    expect(status).toBe(0)
    expect(lines.map(({ file }) => file)).toEqual([paths[0], `${paths[1]}2021.docx`, `${paths[1]}年报.txt`])
  })

  it('gives a line for what is empty, a picture, too large, no file, not there, and reads the rest', async () => {
    const { status, lines } = await gouji('parse', join(folder, 'bad'), join(folder, 'no/such.docx'))
    const codes = lines.map(({ file, error }) => [
      String(file).slice(folder.length + 1),
      (error as { code?: string } | undefined)?.code,
    ])
    expect(Object.fromEntries(codes)).toMatchObject({
      'bad/empty.docx': 'unreadable',
      'bad/good.txt': undefined,
      'bad/large.txt': 'too-large',
      'bad/picture.docx': 'unsupported',
      'bad/pipe': 'unreadable',
      'no/such.docx': 'unreadable',
    })
    expect(status).toBe(1)
  })

  it('outlives what a PDF’s library leaves to nobody where the places of pages are wrong, and reads what comes after', async () => {
    put(
      'pdf/a.pdf',
      withoutPlacesOf(['1', '4'], readFileSync(new URL('../../fixtures/pdf/bare-2021.pdf', import.meta.url))),
    )
    put('pdf/b.txt', bytesOf(2019, 'txt'))
    const { status, lines } = await gouji('parse', join(folder, 'pdf'))
    expect(lines.map(({ file, year }) => [String(file).slice(-5), year])).toEqual([
      ['a.pdf', 2024],
      ['b.txt', 2019],
    ])
    expect(status).toBe(0)
  })

  it('goes round no links for ever', async () => {
    const { lines } = await gouji('parse', join(folder, 'bad'))
    expect(lines.filter(({ file }) => String(file).endsWith('bad/good.txt'))).toHaveLength(1)
  })

  it('says nothing about an empty folder and ends with 0', async () => {
    const { status, stdout } = await gouji('parse', join(folder, 'nothing'))
    expect([status, stdout]).toEqual([0, ''])
  })

  it('ends quietly where the reader goes away', () => {
    const errors = join(folder, 'stderr')
    const many = Array.from({ length: 30 }, () => `"${join(folder, 'in')}"`).join(' ')
    const first = execFileSync('sh', [
      '-c',
      `"${process.execPath}" "${BUNDLE}" parse ${many} 2>"${errors}" | head -n 1`,
    ])
    expect(JSON.parse(first.toString())).toHaveProperty('file')
    expect(readFileSync(errors, 'utf8')).not.toMatch(/EPIPE|at .*\.js/u)
  })
})

describe('a wrong call', () => {
  it.each([
    '',
    'parse',
    'prase x',
    'parse --fast x',
    'check --register /no/such.json x',
    'export x',
    'export x --out x.pdf',
    'sample',
    'sample --out x --years 2018-2020',
    'sample --out x --agencies 0',
    'sample --out x --format pdf',
    'sample --out x --dirt mud',
  ])('ends with 2 and says so on standard error: gouji %s', async (line) => {
    const args = line.split(' ').filter((arg) => arg !== '')
    const { status, stdout, stderr } = await gouji(...args)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/gouji .*--help/u)
  })

  it.each(['parse', 'check', 'export', 'sample'])('gouji %s --help says how it is used', async (command) => {
    const { status, stdout, stderr } = await gouji(command, '--help')
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toContain(`gouji ${command}`)
  })
})
