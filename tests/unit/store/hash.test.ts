import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { Sha256, sha256 } from '@/store/hash'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

it('gives the digests of the standard', () => {
  expect(sha256(bytes(''))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  expect(sha256(bytes('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  expect(sha256(bytes('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq'))).toBe(
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  )
})

it('agrees with OpenSSL at every length around the block borders, whole and in pieces', () => {
  const source = Uint8Array.from({ length: 300 }, (_, index) => (index * 37 + 11) % 256)
  for (let length = 0; length <= source.length; length++) {
    const part = source.subarray(0, length)
    const wanted = createHash('sha256').update(part).digest('hex')
    expect(sha256(part)).toBe(wanted)
    const cut = (length * 7) % (length + 1)
    expect(new Sha256().update(part.subarray(0, cut)).update(part.subarray(cut)).hex()).toBe(wanted)
  }
})
