import { afterEach, describe, expect, it } from 'vitest'
import { RegisterCopy } from '@/store/agencies'
import type { Store } from '@/store/db'
import { sayDistinct } from '@/store/distinct'
import { editAgency } from '@/store/editAgency'
import { undoStep } from '@/store/journal'
import { mergeAgencies } from '@/store/mergeAgencies'
import { B, correct, NATURAL, two } from './registerFixtures'
import { dropAll, value } from './storeFixtures'

afterEach(dropAll)

describe('what a person says while an import is under way, in Chromium', () => {
  const ASKED = '临澜市数据发展局'
  const asked = async (register: RegisterCopy, store: Store) =>
    register.resolve(await register.stored(store.db, [{ name: ASKED }]), { name: ASKED })

  it('a new name of an agency is matched from then on', async () => {
    const { store, b } = await two()
    const register = await RegisterCopy.of(store)
    expect((await asked(register, store)).candidates).toContain(b)
    value(await editAgency(store, b, { aliases: [ASKED] }))
    expect(await asked(register, store)).toMatchObject({ agency: { id: b }, created: false, candidates: [] })
  })

  it('that two are not the same is asked no more, and asked again where it was taken back', async () => {
    const { store, b } = await two()
    const register = await RegisterCopy.of(store)
    const { candidates } = await asked(register, store)
    expect(candidates).toContain(b)
    const { journal } = value(await sayDistinct(store, { name: ASKED, agencies: candidates, by: '' }))
    expect((await asked(register, store)).candidates).toEqual([])
    value(await undoStep(store, journal))
    expect((await asked(register, store)).candidates).toEqual(candidates)
    // Other decisions do not make it read the register anew.
    const stamp = await store.db.stamps.get('agencies')
    await correct(store, b, 2024, NATURAL, 3, '2024-03-01T00:00:00Z')
    expect(await store.db.stamps.get('agencies')).toEqual(stamp)
  })

  it('a merged entry is seen: the old name does not come back as an agency', async () => {
    const { store, a, b } = await two()
    const register = await RegisterCopy.of(store)
    value(await mergeAgencies(store, { keep: a, drop: b, by: '' }))
    const stored = await register.stored(store.db, [{ name: B }])
    expect(register.resolve(stored, { name: B })).toMatchObject({ agency: { id: a }, created: false })
  })
})
