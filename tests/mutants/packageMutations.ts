import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Random } from '@/sample/random'
import { BYTE_MUTATIONS } from './byteMutations'
import type { ByteMutation } from './byteMutations'
import { TEXT_MUTATIONS } from './markupMutations'

type Members = Record<string, Uint8Array>

/** Damages the members of a package and packs them again, so that every checksum is right. */
function repacked(change: (members: Members, random: Random) => Members): ByteMutation {
  return (bytes, random) => {
    const members: Members = unzipSync(bytes)
    return zipSync(change(members, random), { level: 1, mtime: new Date(1980, 0, 2) })
  }
}

function pickMember(members: Members, random: Random): string {
  const names = Object.keys(members)
  // The part that holds the tables is by far the largest; it is damaged most.
  const largest = names.reduce((most, name) =>
    (members[name]?.length ?? 0) > (members[most]?.length ?? 0) ? name : most,
  )
  return random.chance(0.7) ? largest : random.pick(names)
}

const BOMB = 30_000_000

export const PACKAGE_MUTATIONS: Readonly<Record<string, ByteMutation>> = {
  ...Object.fromEntries(
    Object.entries(TEXT_MUTATIONS).map(([name, mutate]): [string, ByteMutation] => [
      `XML: ${name}`,
      repacked((members, random) => {
        const name = pickMember(members, random)
        return { ...members, [name]: strToU8(mutate(strFromU8(members[name] ?? new Uint8Array()), random)) }
      }),
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(BYTE_MUTATIONS).map(([name, mutate]): [string, ByteMutation] => [
      `member: ${name}`,
      repacked((members, random) => {
        const name = pickMember(members, random)
        return { ...members, [name]: mutate(members[name] ?? new Uint8Array(), random) }
      }),
    ]),
  ),
  'member lost': repacked((members, random) => {
    const lost = pickMember(members, random)
    return Object.fromEntries(Object.entries(members).filter(([name]) => name !== lost))
  }),
  'member renamed': repacked((members, random) => {
    const renamed = pickMember(members, random)
    const to = random.pick(['../../x.xml', 'word/document2.xml', '/etc/x', 'a\\b.xml', '年报.xml', ''])
    return Object.fromEntries(Object.entries(members).map(([name, bytes]) => [name === renamed ? to : name, bytes]))
  }),
  'members exchanged': repacked((members, random) => {
    const [one, other] = [pickMember(members, random), pickMember(members, random)]
    return { ...members, [one]: members[other] ?? new Uint8Array(), [other]: members[one] ?? new Uint8Array() }
  }),
  'member blown up': repacked((members, random) => {
    const name = pickMember(members, random)
    const text = strFromU8(members[name] ?? new Uint8Array())
    const at = random.int(0, text.length)
    const filling = random.pick([' ', '<w:p/>', '0'])
    return {
      ...members,
      [name]: strToU8(
        text.slice(0, at) + filling.repeat(random.int(1000, BOMB / filling.length / 10)) + text.slice(at),
      ),
    }
  }),
}
