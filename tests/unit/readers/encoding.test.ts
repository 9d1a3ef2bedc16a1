import { describe, expect, it } from 'vitest'
import { decodeText } from '@/readers/encoding'

const gb = [0xd5, 0xfe, 0xb8, 0xae, 0xd0, 0xc5, 0xcf, 0xa2]
const utf8 = [...new TextEncoder().encode('政府信息')]
const decode = (bytes: readonly number[], declared?: string): string => decodeText(new Uint8Array(bytes), declared).text

describe('encoding of a text', () => {
  it('is told by a byte order mark', () => {
    expect(decode([0xef, 0xbb, 0xbf, ...utf8])).toBe('政府信息')
    expect(decode([0xff, 0xfe, 0x3f, 0x65])).toBe('政')
    expect(decode([0xfe, 0xff, 0x65, 0x3f])).toBe('政')
  })

  it('is UTF-8 where the bytes are that, whatever is declared', () => {
    expect(decode(utf8)).toBe('政府信息')
    expect(decode(utf8, 'gb2312')).toBe('政府信息')
    expect(decode(utf8, 'utf-16')).toBe('政府信息')
  })

  it('is GB18030 where they are not', () => {
    expect(decode(gb)).toBe('政府信息')
    expect(decode(gb, 'utf-8')).toBe('政府信息')
    expect(decode(gb, 'no-such-charset')).toBe('政府信息')
    // Four-byte characters and the euro sign of the superset.
    expect(decode([0x81, 0x30, 0x81, 0x30, 0x80])).toBe('\u0080€')
  })

  it('is what is declared where that fits', () => {
    expect(decode([0xac, 0x46, 0xa9, 0xb2], 'big5')).toBe('政府')
  })

  it('stays UTF-8 where a few characters are spoilt', () => {
    const long = Array.from({ length: 60 }, () => utf8).flat()
    expect(decodeText(new Uint8Array([...long, 0xe6, 0x94]))).toEqual({
      text: '政府信息'.repeat(60) + '\uFFFD',
      encoding: 'utf-8',
      broken: 1,
    })
  })

  it('is UTF-16 without a mark where every second byte is zero', () => {
    expect(decode([...new TextEncoder().encode('2024\n')].flatMap((byte) => [byte, 0]))).toBe('2024\n')
    expect(decode([...new TextEncoder().encode('2024\n')].flatMap((byte) => [0, byte]))).toBe('2024\n')
  })
})
