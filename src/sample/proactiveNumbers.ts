import type { FieldId } from '../form/fields'
import type { Profile } from './profile'
import type { Random } from './random'

/** What goes on from year to year in table 二. */
export interface Stock {
  /** 规章 and 规范性文件 in force. */
  readonly regulations: number
  readonly normativeDocs: number
  /** Items of the 2019 form's lists: licences, other services, penalties, compulsion, fees. */
  readonly items: Readonly<Record<ItemRow, number>>
}

const ITEM_ROWS = ['licences', 'otherServices', 'penalties', 'compulsion', 'fees'] as const
type ItemRow = (typeof ITEM_ROWS)[number]

export const NO_STOCK: Stock = {
  regulations: 0,
  normativeDocs: 0,
  items: { licences: 0, otherServices: 0, penalties: 0, compulsion: 0, fees: 0 },
}

/** What an agency of the profile has when its first year begins. `regulations`: whether it can make 规章. */
export function drawStock(profile: Profile, regulations: boolean, random: Random): Stock {
  const items = (decisions: number, most: number): number => (decisions > 0 ? random.int(2, most) : 0)
  return {
    regulations: regulations ? random.int(6, 20) : 0,
    normativeDocs: random.poisson(profile.normativeDocs * 2.2),
    items: {
      licences: items(profile.licences, 60),
      otherServices: items(profile.requests, 40),
      penalties: items(profile.penalties, 400),
      compulsion: items(profile.compulsion, 25),
      fees: items(profile.fees, 6),
    },
  }
}

/** Table 二 of one year on both versions of the form. W2 (in force) and W3 (items) hold from year to year. */
export function proactiveNumbers(
  profile: Profile,
  stock: Stock,
  random: Random,
): { values: Map<FieldId, number>; stock: Stock } {
  const values = new Map<FieldId, number>()
  const set = (row: string, column: string, value: number): void => {
    values.set(`proactive.${row}.${column}`, value)
  }

  const inForce = { regulations: 0, normativeDocs: 0 }
  for (const row of ['regulations', 'normativeDocs'] as const) {
    const before = stock[row]
    const rate = row === 'regulations' ? (before > 0 ? 0.8 : 0) : profile.normativeDocs * 0.35
    const issued = random.poisson(rate)
    const repealed = random.binomial(before, 0.12)
    inForce[row] = before + issued - repealed
    set(row, 'issued', issued)
    set(row, 'repealed', repealed)
    set(row, 'inForce', inForce[row])
    set(row, 'made', issued)
    set(row, 'published', issued)
    set(row, 'publicTotal', inForce[row])
  }

  const decisions = {
    licences: random.poisson(profile.licences),
    otherServices: random.poisson(profile.requests * 3),
    penalties: random.poisson(profile.penalties),
    compulsion: random.poisson(profile.compulsion),
  }
  for (const [row, count] of Object.entries(decisions)) set(row, 'decisions', count)

  const items: Record<ItemRow, number> = { ...stock.items }
  for (const row of ITEM_ROWS) {
    const before = stock.items[row]
    const change = before === 0 ? 0 : random.int(-Math.min(before, 6), 7)
    items[row] = before + change
    set(row, 'itemsLastYear', before)
    set(row, 'itemsChange', change)
  }

  set('fees', 'amount', money(profile.fees, random))
  const projects = random.poisson(profile.procurement / 12)
  set('procurement', 'items', projects)
  set('procurement', 'amount', projects === 0 ? 0 : money(profile.procurement, random))
  return { values, stock: { ...inForce, items } }
}

/** An amount in 万元 around the mean, sometimes to the 元, sometimes with six decimals as ledgers print them. */
function money(mean: number, random: Random): number {
  if (mean === 0) return 0
  const amount = mean * (0.6 + 0.8 * random.next())
  return Number(amount.toFixed(random.pick([0, 2, 2, 4, 6])))
}
