import { DataSet } from '@/cube/dataSet'
import { CubeEngine } from '@/cube/engine'
import { sampleRows } from '../../bench/sampleRows'

/** An engine over fictional agencies of six years each, one report in ten with cells that are blank, unread, corrected or disputed. */
export function engineOf(reports = 60): CubeEngine {
  const data = new DataSet()
  for (const { agency, filed } of sampleRows(reports)) {
    data.putAgency(agency)
    data.putReport(filed)
  }
  return new CubeEngine(data)
}
