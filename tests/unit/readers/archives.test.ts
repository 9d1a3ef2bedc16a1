import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { LIMITS } from '@/readers/limits'
import { byCodePoint, harmlessName, skipName } from '@/readers/names'
import { crc32 } from '@/readers/zip/crc32'
import { docx, open, outcomes, p } from './packages'
import { rawZip } from './rawZip'

const outcome = (bytes: Uint8Array): Record<string, string> => outcomes(open(bytes, 'a.zip'))
const text = strToU8('一、总体情况')

describe('archives', () => {
  it('give each member by code point, nested ones in place, litter left out', () => {
    const inner = zipSync({ 'c.txt': text, 'b/.DS_Store': text })
    const bytes = zipSync({
      'b.zip': inner,
      '年报/乙.txt': text,
      '年报/甲.txt': text,
      'A.txt': text,
      'Thumbs.db': text,
      '__MACOSX/年报/._甲.txt': text,
      '年报/~$甲.docx': text,
      'x/desktop.ini': text,
      'empty/': new Uint8Array(0),
    })
    expect(open(bytes, 'a.zip').map((result) => (result.ok ? result.value.file : result.error.file))).toEqual([
      'a.zip!/A.txt',
      'a.zip!/b.zip!/c.txt',
      'a.zip!/年报/乙.txt',
      'a.zip!/年报/甲.txt',
    ])
  })

  it('read on past members that give no report', () => {
    const bytes = zipSync({ '1.png': strToU8('\x89PNG', true), '2.txt': new Uint8Array(0), '3.txt': text })
    expect(outcome(bytes)).toEqual({
      'a.zip!/1.png': 'unsupported picture',
      'a.zip!/2.txt': 'unreadable empty',
      'a.zip!/3.txt': 'text',
    })
  })

  it('without files say so', () => {
    expect(outcome(zipSync({}))).toEqual({ 'a.zip': 'not-a-report empty-archive' })
    expect(outcome(zipSync({ 'x/': new Uint8Array(0) }))).toEqual({ 'a.zip': 'not-a-report empty-archive' })
  })

  it('nested too deep are not followed', () => {
    let bytes = zipSync({ 'x.txt': text })
    for (let depth = 0; depth < 6; depth += 1) bytes = zipSync({ 'n.zip': bytes })
    expect(outcome(bytes)).toEqual({ [`a.zip${'!/n.zip'.repeat(LIMITS.depth)}`]: 'too-large nested-too-deep' })
  })
})

describe('names of members', () => {
  const gbk = [0xc4, 0xea, 0xb1, 0xa8] // 年报
  const names = (member: Parameters<typeof rawZip>[0][number]): string[] => Object.keys(outcome(rawZip([member])))

  it('are GBK where nothing says otherwise', () => {
    expect(names({ name: [...gbk, ...strToU8('.txt')], data: text })).toEqual(['a.zip!/年报.txt'])
  })

  it('are UTF-8 by the flag or by their bytes', () => {
    expect(names({ name: [...strToU8('年报')], data: text, flags: 0x800 })).toEqual(['a.zip!/年报'])
    expect(names({ name: [...strToU8('年报')], data: text })).toEqual(['a.zip!/年报'])
  })

  it('follow the unicode path field where it belongs to the name', () => {
    const field = (crc: number): number[] => {
      const path = strToU8('报年')
      const bytes = new Uint8Array(9 + path.length)
      const view = new DataView(bytes.buffer)
      view.setUint16(0, 0x7075, true)
      view.setUint16(2, 5 + path.length, true)
      bytes[4] = 1
      view.setUint32(5, crc, true)
      bytes.set(path, 9)
      return [...bytes]
    }
    const crc = crc32(new Uint8Array(gbk))
    expect(names({ name: gbk, data: text, extra: field(crc) })).toEqual(['a.zip!/报年'])
    expect(names({ name: gbk, data: text, extra: field(crc + 1) })).toEqual(['a.zip!/年报'])
  })

  it('can do nothing', () => {
    expect(harmlessName('../../etc/passwd')).toBe('__/__/etc/passwd')
    expect(harmlessName('C:\\年报\\..\\x.docx')).toBe('年报/__/x.docx')
    expect(harmlessName('//server/./x')).toBe('server/x')
    expect(harmlessName('a\u202Excod.exe\n\u0000b')).toBe('a\uFFFDxcod.exe\uFFFD\uFFFDb')
    expect(harmlessName('/')).toBe('_')
    expect(harmlessName('长'.repeat(70_000)).length).toBe(401)
  })

  it('of litter are known with either separator', () => {
    expect(
      ['a/.DS_Store', 'THUMBS.DB', 'x\\desktop.ini', '~$报告.docx', '__MACOSX/x', 'a/__MACOSX/._b'].map(skipName),
    ).not.toContain(false)
    expect(['a~$b.docx', 'DS_Store', '__MACOSX.txt', 'my Thumbs.db.txt'].map(skipName)).not.toContain(true)
  })

  it('are ordered by code point', () => {
    expect(['𠮷', '\uFF01', 'b', 'a/b', 'a-b', 'a'].sort(byCodePoint)).toEqual(['a', 'a-b', 'a/b', 'b', '\uFF01', '𠮷'])
  })
})

describe('archives that lie or are damaged', () => {
  it('with a password are named', () => {
    expect(outcome(rawZip([{ name: [...strToU8('x.docx')], data: text, flags: 1 }]))).toEqual({
      'a.zip!/x.docx': 'encrypted member-password',
    })
  })

  it('with an unknown method are named', () => {
    expect(outcome(rawZip([{ name: [...strToU8('x')], data: text, method: 9 }]))).toEqual({
      'a.zip!/x': 'unsupported compression-method',
    })
  })

  it('inflate no further than the caps, whatever their headers say', () => {
    const zeros = new Uint8Array(10 * 1024 * 1024)
    const bomb = zipSync({ 'bomb.txt': zeros, 'ok.txt': text })
    const lie = bomb.slice()
    const view = new DataView(lie.buffer)
    const central = view.getUint32(lie.length - 6, true)
    view.setUint32(22, 10, true)
    view.setUint32(central + 24, 10, true)
    for (const bytes of [bomb, lie])
      expect(outcome(bytes)).toEqual({ 'a.zip!/bomb.txt': 'too-large inflates-too-far', 'a.zip!/ok.txt': 'text' })
  })

  it('with a flipped bit give no figures', () => {
    const bytes = zipSync({ 'x.txt': strToU8('规章 12 件'.repeat(50)) }, { level: 0 })
    bytes[60] = (bytes[60] ?? 0) ^ 1
    expect(outcome(bytes)).toEqual({ 'a.zip!/x.txt': 'unreadable damaged' })
  })

  it('cut off give the members that are there, the percentage of the cut one, and a word on the rest', () => {
    const long = strToU8(Array.from({ length: 4000 }, (_, index) => `第${String(index * 7919)}行`).join('\n'))
    const bytes = zipSync({ '1.txt': text, '2.txt': long, '3.txt': text })
    const second = bytes.length - 600
    const results = open(bytes.subarray(0, Math.floor(second / 2)), 'a.zip')
    expect(outcomes(results)).toEqual({
      'a.zip!/1.txt': 'text',
      'a.zip!/2.txt': 'unreadable truncated-at',
      'a.zip': 'unreadable archive-cut',
    })
    const cut = results[1]
    const percent = cut?.ok === false ? Number(cut.error.params['percent']) : -1
    expect(percent).toBeGreaterThan(25)
    expect(percent).toBeLessThan(75)
  })

  it('cut off are read where members were streamed with their sizes behind them', () => {
    const name = (word: string): number[] => [...strToU8(word)]
    const bytes = rawZip([
      { name: name('1.txt'), data: text, flags: 8, streamed: true },
      { name: name('2.txt'), data: text, flags: 8, streamed: true },
    ])
    const cut = bytes.subarray(0, bytes.length - 30)
    expect(outcome(cut)).toMatchObject({ 'a.zip!/1.txt': 'text', 'a.zip!/2.txt': 'text' })
  })

  it('that are a cut Word file are read where the text is whole, with a note', () => {
    const whole = docx(p('正文'), { 'zzz.bin': 'x'.repeat(500) })
    const [result] = open(whole.subarray(0, whole.length - 100))
    expect(result?.ok === true ? result.value.notes.map((note) => note.code) : result).toEqual(['archive-cut'])
  })

  it('that are a Word file cut within its text say where', () => {
    const body = Array.from({ length: 3000 }, (_, index) => p(`第${String(index * 7919)}段`)).join('')
    const whole = docx(body)
    const [result] = open(whole.subarray(0, Math.floor(whole.length / 2)))
    expect(result).toMatchObject({ ok: false, error: { code: 'unreadable', reason: 'truncated-at' } })
  })

  it('with only a beginning are unreadable', () => {
    expect(outcome(strToU8('PK\u0003\u0004', true))).toEqual({ 'a.zip': 'unreadable truncated' })
  })

  it('behind other bytes are found', () => {
    const bytes = zipSync({ 'x.txt': text })
    const shifted = new Uint8Array(bytes.length + 4)
    shifted.set([0x50, 0x4b, 3, 4])
    shifted.set(bytes, 4)
    expect(outcome(shifted)).toEqual({ 'a.zip!/x.txt': 'text' })
  })
})
