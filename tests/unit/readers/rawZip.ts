import { crc32 } from '@/readers/zip/crc32'

interface RawMember {
  readonly name: readonly number[]
  readonly data: Uint8Array
  readonly flags?: number
  readonly method?: number
  readonly extra?: readonly number[]
  /** Sizes stand behind the data. */
  readonly streamed?: boolean
}

/** A zip archive byte by byte, for what ordinary writers do not write; members are stored. */
export function rawZip(members: readonly RawMember[]): Uint8Array {
  const bytes: number[] = []
  const directory: number[] = []
  const u16 = (value: number): number[] => [value & 0xff, (value >> 8) & 0xff]
  const u32 = (value: number): number[] => [...u16(value & 0xffff), ...u16(value >>> 16)]
  for (const { name, data, flags = 0, method = 0, extra = [], streamed = false } of members) {
    const offset = bytes.length
    const sizes = [...u32(crc32(data)), ...u32(data.length), ...u32(data.length)]
    const common = [...u16(20), ...u16(flags), ...u16(method), ...u32(0)]
    const lengths = [...u16(name.length), ...u16(extra.length)]
    const localSizes = streamed ? [...u32(0), ...u32(0), ...u32(0)] : sizes
    bytes.push(0x50, 0x4b, 3, 4, ...common, ...localSizes, ...lengths, ...name, ...extra, ...data)
    if (streamed) bytes.push(0x50, 0x4b, 7, 8, ...sizes)
    directory.push(0x50, 0x4b, 1, 2, ...u16(20), ...common, ...sizes, ...lengths, ...u16(0), ...u16(0), ...u16(0))
    directory.push(...u32(0), ...u32(offset), ...name, ...extra)
  }
  const count = u16(members.length)
  const end = [...u32(directory.length), ...u32(bytes.length), ...u16(0)]
  return Uint8Array.from([...bytes, ...directory, 0x50, 0x4b, 5, 6, ...u16(0), ...u16(0), ...count, ...count, ...end])
}
