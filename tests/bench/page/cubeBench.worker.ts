import { DataSet } from '@/cube/dataSet'
import { CubeEngine } from '@/cube/engine'
import { FIELDS } from '@/form/fields'
import { Transferred, serve } from '@/workers/rpc'
import { sampleRows } from '../sampleRows'
import type { SampleRow } from '../sampleRows'
import type { BenchApi, Filled } from './benchApi'

const REPORTS_A_FILE = 10_000

let engine = new CubeEngine(new DataSet())

serve<BenchApi>({
  fill: ({ reports }) => {
    const { data, filled } = fill(reports)
    engine = new CubeEngine(data)
    return new Transferred(
      filled,
      filled.csv.map(({ buffer }) => buffer),
    )
  },
  query: (query) => engine.query(query),
})

function fill(reports: number): { data: DataSet; filled: Filled } {
  const data = new DataSet()
  data.reserve(reports)
  const csv: Uint8Array<ArrayBuffer>[] = []
  let lines: string[] = []
  let filling = 0
  let region = ''
  const flush = (): void => {
    if (lines.length > 0) csv.push(new TextEncoder().encode(lines.join('')))
    lines = []
  }
  for (const row of sampleRows(reports)) {
    const start = performance.now()
    data.putAgency(row.agency)
    data.putReport(row.filed)
    filling += performance.now() - start
    region ||= row.agency.region
    lines.push(csvLine(data, data.size - 1, row))
    if (lines.length === REPORTS_A_FILE) flush()
  }
  flush()
  return { data, filled: { csv, filling, region } }
}

function csvLine(data: DataSet, row: number, { agency, filed }: SampleRow): string {
  const numbers = FIELDS.map((_, position) => {
    const column = data.columns[position]
    return column && column.gapAt(row) < 0 ? String(column.rawAt(row)) : ''
  })
  const { proactive, requests, disputes } = filed.forms
  const codes = [agency.id, filed.year, agency.region, agency.scope, proactive ?? '', requests ?? '', disputes ?? '']
  return `${codes.join(',')},${numbers.join(',')}\n`
}
