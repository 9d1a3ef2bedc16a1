import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { cityAgencies, cityReports } from '@/sample/city'
import { gouji, ownFolder } from './gouji'
import type { Called } from './gouji'

const folder = ownFolder()
const reports = join(folder, 'reports')
const register = join(folder, 'register.json')
/** A register of one government with three members, of which 审计局 sends nothing. */
const GOVERNMENT = cityAgencies().find(({ name }) => name === '临澜市人民政府')?.id ?? ''
const AGENCIES = cityAgencies().filter(({ id }) => [GOVERNMENT, 'agriculture', 'liutang', 'audit'].includes(id))

beforeAll(() => {
  mkdirSync(reports)
  for (const { agency, path, report, document } of cityReports())
    if (report.year === 2023 && [GOVERNMENT, 'agriculture', 'liutang'].includes(agency))
      writeFileSync(join(reports, path.replaceAll('/', ' ')), document.bytes)
  writeFileSync(register, JSON.stringify(AGENCIES.map((agency) => ({ ...agency, edited: undefined }))))
})

const settings = (name: string, held: unknown): string => {
  const path = join(folder, name)
  writeFileSync(path, JSON.stringify(held))
  return path
}
const SAID = {
  nil: [{ agency: 'audit', year: 2023 }],
  confirmed: [{ agency: '临澜市人民政府', year: 2023, members: ['agriculture', '临澜市柳塘镇人民政府', 'audit'] }],
}
const LATE = { deadlines: { townships: { day: '12-31', source: '本市通知' } } }
const check = (...more: string[]): Promise<Called> => gouji('check', '--register', register, ...more, reports)
const sums = ({ lines }: Called): unknown[] => [
  ...new Set(lines.filter(({ rule }) => rule === 'E7').map(({ severity }) => severity)),
]
const late = ({ lines }: Called): number => lines.filter(({ rule }) => rule === 'W18').length

describe('--settings', () => {
  it('brings deadlines, nil returns and confirmed lists: the sum is an error only then', async () => {
    const without = await check()
    expect([sums(without), late(without)]).toEqual([['info'], 1])
    const unconfirmed = await check('--settings', settings('nil.json', { nil: SAID.nil }))
    expect([sums(unconfirmed), late(unconfirmed)]).toEqual([['warning'], 1])
    const given = await check('--settings', settings('said.json', { check: LATE, ...SAID }))
    expect([sums(given), late(given)]).toEqual([['error'], 0])
  })

  it('takes them from a backup of the app, whatever else that holds', async () => {
    const rows = (list: readonly unknown[]): Uint8Array =>
      strToU8(list.map((row) => `${JSON.stringify(row)}\n`).join(''))
    const [nil, confirmed] = [SAID.nil[0], SAID.confirmed[0]]
    const backup = join(folder, 'backup.zip')
    writeFileSync(
      backup,
      zipSync({
        'settings/00001.jsonl': rows([
          { key: 'keepOriginals', value: true },
          { key: 'check', value: LATE },
        ]),
        'decisions/00001.jsonl': rows([
          { kind: 'correction' },
          { ...nil, kind: 'nil' },
          { ...confirmed, kind: 'members' },
        ]),
        'originals/aa': new Uint8Array([1]),
        'manifest.json': strToU8(JSON.stringify({ product: 'gouji' })),
      }),
    )
    const given = await check('--settings', backup)
    expect([sums(given), late(given)]).toEqual([['error'], 0])
  })

  it('serves totals, too', async () => {
    const out = join(folder, 'total.json')
    const args = ['--of', '临澜市人民政府', '--year', '2023', '--register', register, reports, '--out', out]
    const { stderr } = await gouji('total', '--settings', settings('said.json', SAID), ...args)
    expect(stderr).toContain('零申报 1（临澜市审计局），没有年报 0')
    const { members } = JSON.parse(readFileSync(out, 'utf8')) as { members: { id: string; status: string }[] }
    expect(members.find(({ id }) => id === 'audit')?.status).toBe('nil')
  })

  it('names what it does not understand, and takes no half of a list', async () => {
    const odd = settings('odd.json', {
      check: { thresholds: { departments: { sameCells: 1, 'jump.most': 4, 'jump.times': 5 } } },
      confirmed: [{ agency: '临澜市人民政府', year: 2023, members: ['agriculture', '无此局'] }],
    })
    const { stderr, status } = await check('--settings', odd)
    for (const path of ['thresholds.departments.sameCells', 'thresholds.departments.jump.most', '无此局'])
      expect(stderr).toContain(path)
    expect(stderr).not.toContain('jump.times')
    expect(status).toBe(0)
    for (const [name, bytes] of Object.entries({ 'a.json': '[]', 'b.json': '{', 'c.zip': 'PK\u0003\u0004' })) {
      writeFileSync(join(folder, name), bytes)
      expect((await check('--settings', join(folder, name))).status).toBe(2)
    }
    expect((await check('--settings', join(folder, 'none.json'))).status).toBe(2)
  })
})
