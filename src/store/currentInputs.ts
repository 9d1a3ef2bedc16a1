import { checkInputOf } from '../check/input'
import type { CheckInput } from '../check/input'
import type { Agency } from '../register/agency'
import type { Store, StoreDatabase } from './db'
import { applyCorrections } from './judge'
import { kept, readReport } from './reportRows'
import type { DecisionRow } from './decisionRows'
import type { ReportHead } from './rows'
import { NO_WORDS, standingsOf } from './standing'
import { wordsOn } from './words'

/** A current report as the rules over all reports take it: under its agency's name, with what people said of its cells. */
export interface CurrentInput {
  readonly head: ReportHead
  readonly input: CheckInput
}

/** Reads reports by their heads; one whose agency is not among `agencies`, or that was deleted meanwhile, is left out. */
export async function currentInputs(
  store: Store,
  heads: readonly ReportHead[],
  agencies: ReadonlyMap<string, Agency>,
): Promise<CurrentInput[]> {
  const { db } = store
  const { reports, cells, texts, issues, decisions } = db
  return db.transaction('r', [reports, cells, texts, issues, decisions], async () => {
    const keys = heads.map(({ agency, year }) => [agency, year])
    const [own, accepted] = await Promise.all([
      decisions.where('[agency+year]').anyOf(keys).toArray(),
      decisions.where('kind').equals('accepted').count(),
    ])
    const said = new Map<string, DecisionRow[]>()
    for (const row of own) {
      if (row.kind !== 'correction') continue
      const key = `${String(row.year)} ${row.agency}`
      said.set(key, [...(said.get(key) ?? []), row])
    }
    const read = await Promise.all(
      heads.map(async (head): Promise<CurrentInput[]> => {
        const agency = agencies.get(head.agency)
        const corrections = said.get(`${String(head.year)} ${head.agency}`) ?? []
        const input = agency && (await inputOfHead(db, { head, agency, corrections, accepted: accepted > 0 }))
        return input ? [{ head, input }] : []
      }),
    )
    return read.flat()
  })
}

interface Asked {
  readonly head: ReportHead
  readonly agency: Agency
  readonly corrections: readonly DecisionRow[]
  /** Whether any issue of any report was found right. */
  readonly accepted: boolean
}

async function inputOfHead(
  db: StoreDatabase,
  { head, agency, corrections, accepted }: Asked,
): Promise<CheckInput | undefined> {
  const [read, words] = await Promise.all([readReport(db, head), accepted ? wordsOn(db, head) : NO_WORDS])
  if (!read) return undefined
  const report = kept(read, agency, head.year)
  const { source, cells, issues } = report
  const { corrected } = applyCorrections(corrections, cells)
  const { vouched } = standingsOf(issues, { hash: head.hash, part: source.part, cells, corrected, words })
  return checkInputOf(report, { corrected, vouched, body: agency })
}
