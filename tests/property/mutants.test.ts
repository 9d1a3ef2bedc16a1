import { describe, expect, it } from 'vitest'
import { judge } from '../mutants/judge'
import { mutantOf } from '../mutants/mutant'
import { sources } from '../mutants/sources'

/** Mutants of each format; `npm run mutants` takes any number, and watches time and memory. */
const ROUNDS = Number(process.env['GOUJI_MUTANTS'] ?? 60)
const SLOWEST = 5000
const drawn = sources()

describe.each(drawn.formats)('damaged documents of format %s', (format) => {
  it('are read or refused with a reason, soon, and never silently wrong', async () => {
    for (let number = 1; number <= ROUNDS; number += 1) {
      const { problems, spent } = await judge(mutantOf(drawn, format, 'property', number))
      expect(problems, `number ${number}`).toEqual([])
      expect(spent, `number ${number}`).toBeLessThan(SLOWEST)
    }
  })
})
