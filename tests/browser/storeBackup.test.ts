import { strToU8, unzipSync, zipSync } from 'fflate'
import { afterEach, describe, expect, it, onTestFinished } from 'vitest'
import { makeBackup } from '@/store/backup'
import type { BackupManifest, BackupPart } from '@/store/backupFormat'
import { correctCell } from '@/store/corrections'
import { DATABASES, openStore } from '@/store/db'
import type { Store } from '@/store/db'
import { sha256 } from '@/store/hash'
import { inspectBackup, restoreBackup } from '@/store/restore'
import { writeSetting } from '@/store/settings'
import { dropAll, everything, fileOf, footing, open, report, save, value } from './storeFixtures'

afterEach(dropAll)

type Entries = Record<string, Uint8Array<ArrayBuffer>>

async function filled(): Promise<Store> {
  const store = await open()
  for (const year of [2019, 2020, 2021, 2022])
    await save(store, report({ year, numbers: footing(year), text: '第一部分' }), fileOf(`bytes of ${String(year)}`))
  await save(store, report({ year: 2022, numbers: { ...footing(5), 'requests.received.total': 6 } }))
  await save(store, report({ year: null }))
  const head = await store.db.reports.toCollection().first()
  value(await correctCell(store, head?.id ?? '', { field: 'requests.received.total', to: 1, reason: 'x', by: '' }))
  value(await writeSetting(store, 'keepOriginals', false))
  return store
}

async function entriesOf(blob: Blob): Promise<Entries> {
  return unzipSync(new Uint8Array(await blob.arrayBuffer()))
}

function zipFile(entries: Entries): File {
  return new File([zipSync(entries)], '备份.zip')
}

/** The entries with one of them changed, and the manifest left or made to agree. */
function altered(entries: Entries, name: string, change: (text: string) => string, agree: boolean): Entries {
  const bytes = strToU8(change(new TextDecoder().decode(entries[name])))
  const manifest = JSON.parse(new TextDecoder().decode(entries['manifest.json'])) as BackupManifest
  const parts = manifest.parts.map((part): BackupPart =>
    part.name === name ? { ...part, size: bytes.length, sha256: sha256(bytes) } : part,
  )
  return {
    ...entries,
    [name]: bytes,
    ...(agree ? { 'manifest.json': strToU8(JSON.stringify({ ...manifest, parts })) } : {}),
  }
}

describe('backup, in Chromium', () => {
  it('gives everything back into another database, row for row and byte for byte', async () => {
    const store = await filled()
    const before = await everything(store)
    expect(before['originals']).toHaveLength(6)
    const steps: string[] = []
    const blob = value(await makeBackup(store, (done, of) => steps.push(`${String(done)}/${String(of)}`)))
    const total = Object.values(before).reduce((sum, rows) => sum + rows.length, 0)
    expect(steps[steps.length - 1]).toBe(`${String(total)}/${String(total)}`)

    const other = await open()
    await save(other, report({ agency: '别的机关' }))
    const manifest = value(await restoreBackup(other, new File([blob], 'b.zip')))
    expect(manifest.rows).toMatchObject({ reports: 5, cells: 5, pending: 1, originals: 6 })
    expect(await everything(other)).toEqual(before)
  })

  it('is told by what it holds before anything is replaced', async () => {
    const file = new File([value(await makeBackup(await filled()))], 'b.zip')
    const other = await open()
    await save(other, report({ agency: '别的机关' }))
    const before = await everything(other)
    expect(value(await inspectBackup(other, file)).rows).toMatchObject({ reports: 5, originals: 6 })
    const letter = await inspectBackup(other, new File(['这不是备份。'], '信.zip'))
    expect(letter.ok ? 'taken' : letter.error.reason).toBe('not-a-backup')
    expect(await everything(other)).toEqual(before)
  })

  it('is a zip that lists the hash of every part', async () => {
    const entries = await entriesOf(value(await makeBackup(await filled())))
    const manifest = JSON.parse(new TextDecoder().decode(entries['manifest.json'])) as BackupManifest
    expect(Object.keys(entries).sort()).toEqual([...manifest.parts.map(({ name }) => name), 'manifest.json'].sort())
    for (const { name, sha256: hash, size } of manifest.parts) {
      expect(sha256(entries[name] ?? new Uint8Array())).toBe(hash)
      expect(entries[name]?.length).toBe(size)
    }
  })

  it('holds thousands of reports in parts of bounded size', async () => {
    const store = await open()
    const rows = Array.from({ length: 1200 }, (_, index) => ({
      report: `r${String(index)}`,
      title: null,
      sections: [],
    }))
    await store.db.texts.bulkAdd(rows)
    const blob = value(await makeBackup(store))
    const parts = Object.keys(await entriesOf(blob)).filter((name) => name.startsWith('texts/'))
    expect(parts).toHaveLength(3)
    const other = await open()
    value(await restoreBackup(other, new File([blob], 'b.zip')))
    expect(await other.db.texts.toArray()).toEqual(await store.db.texts.toArray())
  })

  it('of the fictional city never goes into real data, nor the reverse', async () => {
    const real = await filled()
    const city = value(await openStore(DATABASES.example))
    onTestFinished(async () => {
      city.db.close()
      await city.db.delete()
    })
    await save(city, report({ agency: '虚构的机关' }))
    for (const [from, to] of [
      [real, city],
      [city, real],
    ] as const) {
      const before = await everything(to)
      const file = new File([value(await makeBackup(from))], 'b.zip')
      for (const result of [await inspectBackup(to, file), await restoreBackup(to, file)])
        expect(result.ok ? 'taken' : result.error.reason).toBe('other-database')
      expect(await everything(to)).toEqual(before)
    }
  })

  it('touches nothing where the file is another, cut short, altered, newer, or would break off half-way', async () => {
    const blob = value(await makeBackup(await filled()))
    const entries = await entriesOf(blob)
    const original = `originals/${fileOf('bytes of 2019').hash}`
    const lacking = Object.fromEntries(Object.entries(entries).filter(([name]) => name !== original))
    const bad: readonly (readonly [File, string])[] = [
      [new File(['not a zip'], 'a.txt'), 'not-a-backup'],
      [zipFile({ 'a.txt': strToU8('x') }), 'not-a-backup'],
      [new File([blob.slice(0, blob.size - 40)], 'cut.zip'), 'not-a-backup'],
      [zipFile({ 'manifest.json': strToU8('{"product":"gouji"}') }), 'damaged-backup'],
      [
        zipFile(altered(entries, 'reports/00001.jsonl', (text) => text.replace('2019', '2020'), false)),
        'damaged-backup',
      ],
      [zipFile(lacking), 'damaged-backup'],
      [zipFile(altered(entries, 'findings/00001.jsonl', () => 'no json\n', true)), 'damaged-backup'],
      [
        zipFile(altered(entries, 'texts/00001.jsonl', (text) => text.replace(/"report":"[^"]*"/u, '"other":1'), true)),
        'damaged-backup',
      ],
      [zipFile(altered(entries, 'reports/00001.jsonl', (text) => text + text, false)), 'damaged-backup'],
      [
        zipFile(altered(entries, 'manifest.json', (text) => text.replace(/"schema": \d+/u, '"schema": 99'), false)),
        'newer-backup',
      ],
    ]
    const store = await open()
    await save(store, report({ agency: '原有的机关', numbers: footing(1) }))
    const before = await everything(store)
    for (const [file, reason] of bad) {
      const result = await restoreBackup(store, file)
      expect(result.ok ? 'restored' : result.error.reason, file.name).toBe(reason)
      expect(await everything(store)).toEqual(before)
    }
  })

  it('brings a backup of an older schema up to date', async () => {
    const store = await open()
    const line = (row: unknown): Uint8Array<ArrayBuffer> => strToU8(`${JSON.stringify(row)}\n`)
    const { cells, forms, source } = report({ numbers: footing(8) })
    const old = {
      id: 'r1',
      agency: 'a1',
      year: 2023,
      version: 1,
      current: 1,
      source,
      hash: 'h',
      imported: '2024-01-01T00:00:00Z',
      readAgency: '临澜市教育局',
      readYear: 2023,
      evidence: {},
      forms,
      cells,
      forced: {},
      corrected: {},
      inError: [],
      counts: {
        values: 1,
        issues: 0,
        findings: 0,
        errors: 0,
      },
    }
    const rows = {
      'reports/00001.jsonl': line(old),
      'texts/00001.jsonl': line({ report: 'r1', title: null, sections: [] }),
    }
    const parts = Object.entries(rows).map(([name, bytes]) => ({
      name,
      table: name.split('/')[0],
      rows: 1,
      size: bytes.length,
      sha256: sha256(bytes),
    }))
    const manifest = { product: 'gouji', example: false, schema: 1, made: '2024-01-01T00:00:00Z', rows: {}, parts }
    value(await restoreBackup(store, zipFile({ ...rows, 'manifest.json': strToU8(JSON.stringify(manifest)) })))
    expect(await store.db.cells.get('r1')).toMatchObject({ cells, corrected: {} })
    expect(await store.db.reports.get('r1')).toMatchObject({ year: 2023, counts: { corrected: 0 } })
    expect(await store.db.reports.get('r1')).not.toHaveProperty('cells')
  })
})
