import { createPinia, getActivePinia, setActivePinia } from 'pinia'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import Dexie from 'dexie'
import { sampleFiles } from '@/sample/sampleFiles'
import { useBackup } from '@/state/backup'
import { useDatabase } from '@/state/database'
import { databaseOf } from '@/state/openDatabases'
import { useImporting } from '@/state/importing'
import { useImportList } from '@/state/importList'
import { statusOf } from '@/state/importLines'
import { useLeftOver } from '@/state/leftOver'
import { useReports } from '@/state/reports'
import { DATABASES } from '@/store/db'
import { everything, value } from './storeFixtures'

// The stores of a page open its own databases, which other files of this run use too.
async function deleteDatabases(): Promise<void> {
  for (const name of Object.values(DATABASES)) await Dexie.delete(name)
}
beforeAll(async () => {
  sessionStorage.clear()
  await deleteDatabases()
  setActivePinia(createPinia())
})
afterAll(async () => {
  for (const id of ['real', 'example'] as const) value(await databaseOf(id)).db.close()
  await deleteDatabases()
})

function samples(agencies: number): File[] {
  const files = sampleFiles({ agencies, years: [2023], seed: 'state', formats: ['txt'], zipped: false, dirt: [] })
  return [...files].map(({ path, bytes }) => new File([new Uint8Array(bytes)], path.slice(path.lastIndexOf('/') + 1)))
}

/** Waits for what follows a change of the store by itself. */
function soon(check: () => void): Promise<void> {
  return vi.waitFor(check, { timeout: 20_000 })
}

describe('importing from a page, with its stores and workers, in Chromium', () => {
  it('imports what is chosen and what is dropped meanwhile, lists each once, and the table of reports follows', async () => {
    const importing = useImporting()
    const reports = useReports()
    await reports.load()
    expect(reports.lines).toEqual([])
    const files = samples(6)
    const dropped = new DataTransfer()
    for (const file of files.slice(3)) dropped.items.add(file)
    const first = importing.addFiles(files.slice(0, 3))
    await importing.addDrop(dropped)
    await first
    await soon(() => {
      expect(importing.running).toBe(false)
      expect(importing.lines).toHaveLength(6)
    })
    expect(importing.broken).toBeNull()
    expect(new Set(importing.lines.map(({ key }) => key)).size).toBe(6)
    expect(importing.lines.every(({ result }) => result.kind === 'stored')).toBe(true)
    await soon(() => {
      expect(reports.lines).toHaveLength(6)
    })
    expect(useDatabase().empty).toBe(false)
  })

  it('puts a line under another agency and year; line and table say so', async () => {
    const importing = useImporting()
    const reports = useReports()
    const [line] = importing.lines
    if (!line) throw new Error('no line')
    expect(await useImportList().reassign(line, { agency: { name: '临澜市新局' }, year: 2022, by: '张' })).toBeNull()
    const [after] = importing.lines
    expect(after?.result).toMatchObject({ kind: 'stored', agencyName: '临澜市新局', year: 2022 })
    expect(after && ['stored', 'attention']).toContain(after && statusOf(after.result))
    await soon(() => {
      expect(reports.lines?.some(({ agency, head }) => agency.name === '临澜市新局' && head.year === 2022)).toBe(true)
    })
  })

  it('keeps what a cancel left by name, and goes on with it to the same end', async () => {
    const importing = useImporting()
    const left = useLeftOver()
    const before = importing.lines.length
    const files = [
      ...sampleFiles({ agencies: 200, years: [2022], seed: 'left', formats: ['txt'], zipped: false, dirt: [] }),
    ]
    const given = files.map(
      ({ path, bytes }) => new File([new Uint8Array(bytes)], path.slice(path.lastIndexOf('/') + 1)),
    )
    const adding = importing.addFiles(given)
    await soon(() => {
      expect(importing.lines.length).toBeGreaterThan(before)
    })
    importing.cancel()
    await adding
    const done = importing.last?.done ?? 0
    expect(importing.last).toMatchObject({ cancelled: true, of: given.length })
    await soon(() => {
      expect(left.count).toBe(given.length - done)
    })
    expect(left.cancelled).toBe(true)
    expect(left.named).toEqual([])
    const read = new Set(importing.latest.map(({ result }) => result.file))
    expect(left.files.filter(({ path }) => read.has(path))).toEqual([])

    const waiting = left.files
    await importing.goOn(waiting)
    expect([...importing.added].sort()).toEqual(waiting.map(({ path }) => path).sort())
    expect(importing.last).toMatchObject({ cancelled: false, done: given.length, of: given.length })
    expect(importing.latest.map(({ result }) => result.file).sort()).toEqual(given.map(({ name }) => name).sort())
    await soon(() => {
      expect(left.count).toBe(0)
    })
    const reports = useReports()
    const wholeRun = importing.latest
    // Another tab was quicker: there is nothing to do, and nothing to tell of it.
    await importing.goOn(waiting.map((file) => ({ ...file, path: `别处 ${file.path}`, kept: true })))
    expect(importing.latest).toEqual([])
    expect(importing.last).toBeNull()
    for (const { result } of wholeRun) if ('report' in result) value(await reports.remove(result.report))
    await soon(() => {
      expect(reports.lines).toHaveLength(6)
    })
  })

  it('keeps the list for the tab: after a reload it stands as it stood, until it is emptied', async () => {
    const importing = useImporting()
    const page = getActivePinia()
    await importing.addFiles([new File([], '空.docx')])
    expect(importing.lines.at(-1)?.result).toMatchObject({ kind: 'refused', file: '空.docx' })
    const again = useImporting(createPinia())
    expect(again.lines).toEqual(importing.lines)
    again.clear()
    expect(useImporting(createPinia()).lines).toEqual([])
    setActivePinia(page)
  })

  it('corrects and takes back through the store of reports', async () => {
    const reports = useReports()
    const id = reports.lines?.[0]?.head.id ?? ''
    const correction = { field: 'requests.received.total', to: 987, reason: '核对', by: '张' } as const
    const row = value(await reports.correct(id, correction))
    await soon(() => {
      expect(reports.lines?.find(({ head }) => head.id === id)?.head.counts.corrected).toBe(1)
    })
    value(await reports.withdraw(row.id))
    await soon(() => {
      expect(reports.lines?.find(({ head }) => head.id === id)?.head.counts.corrected).toBe(0)
    })
  })

  it('backs everything up and restores it after a loss', async () => {
    const backup = useBackup()
    const reports = useReports()
    const store = value(await databaseOf('real'))
    const before = await everything(store)
    const blob = value(await backup.make())
    for (const { head } of reports.lines ?? []) value(await reports.remove(head.id))
    await soon(() => {
      expect(reports.lines).toEqual([])
    })
    value(await backup.restore(new File([blob], 'b.zip')))
    expect(await everything(store)).toEqual(before)
    await soon(() => {
      expect(reports.lines).toHaveLength(6)
    })
    expect(backup.progress).toBeNull()
  })
})
