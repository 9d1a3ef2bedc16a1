import { readFileSync } from 'node:fs'

/** The governments of the register in which the parents are looked for. */
export const GOVERNMENTS = [
  '湖北省人民政府',
  '黄石市人民政府',
  '西塞山区人民政府',
  '大冶市人民政府',
  '上海市人民政府',
  '上海市浦东新区人民政府',
  '北京市人民政府',
  '北京市朝阳区人民政府',
  '仙桃市人民政府',
  '神农架林区人民政府',
  '恩施土家族苗族自治州人民政府',
]

export interface JudgedName {
  readonly name: string
  readonly kind: string
  readonly level: string
  readonly code: string | undefined
  /** As the proposal should name the region; undefined where the table's name of the code says it. */
  readonly region: string | undefined
  readonly system: string | null
  readonly scope: string
  readonly parent: string | null
}

/** Names as agencies of every sort bear them, each judged by hand; the table's head says its columns. The parent is looked for among `GOVERNMENTS`. */
export const JUDGED: readonly JudgedName[] = readFileSync(new URL('judgedNames.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [name = '', kind = '', level = '', where = '', system = '', scope = '', parent] = line.split('|')
    const [, code, region] = /^(\d{6})?(?:[-=](.*))?$/u.exec(where) ?? []
    return { name, kind, level, code, region, system: system === '' ? null : system, scope, parent: parent ?? null }
  })
