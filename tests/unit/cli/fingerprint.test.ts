import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fingerprint } from '@/cli/fingerprint.mjs'

let root = ''

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'gouji-'))
  mkdirSync(join(root, 'src', 'form'), { recursive: true })
  writeFileSync(join(root, 'src', 'form', 'fields.ts'), 'one')
  writeFileSync(join(root, 'index.html'), 'page')
})

afterEach(() => rmSync(root, { recursive: true }))

describe('the fingerprint of the sources', () => {
  test('stays where nothing was written', () => {
    expect(fingerprint(root)).toBe(fingerprint(root))
  })

  test('changes with a file written, even at its old length', () => {
    const before = fingerprint(root)
    writeFileSync(join(root, 'src', 'form', 'fields.ts'), 'two')
    utimesSync(join(root, 'src', 'form', 'fields.ts'), new Date(), new Date(Date.now() + 5000))
    expect(fingerprint(root)).not.toBe(before)
  })

  test('changes with a file added and comes back when it is gone', () => {
    const before = fingerprint(root)
    writeFileSync(join(root, 'src', 'form', 'era.ts'), '')
    expect(fingerprint(root)).not.toBe(before)
    rmSync(join(root, 'src', 'form', 'era.ts'))
    expect(fingerprint(root)).toBe(before)
  })

  test('does not mind what is no part of a build', () => {
    const before = fingerprint(root)
    writeFileSync(join(root, 'README.md'), 'text')
    expect(fingerprint(root)).toBe(before)
  })
})
