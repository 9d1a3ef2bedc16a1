import type { DataSet } from './dataSet'
import type { Catalogue } from './query'

/** What there is to filter by: years that have reports, and every agency in register order with the number of its reports. */
export function catalogueOf(data: DataSet): Catalogue {
  const counts = new Int32Array(data.agencies.size)
  for (let row = 0; row < data.size; row++) {
    const agency = data.agency[row] ?? 0
    counts[agency] = (counts[agency] ?? 0) + 1
  }
  const agencies = data.agencies.inOrder().map((agency) => {
    const { id, name, aliases, formerNames, formerIds, kind, level, region, system, parent, scope } = agency
    return {
      id,
      name,
      aliases,
      kind,
      level,
      region,
      system,
      parent,
      scope,
      ...(formerNames && { formerNames }),
      ...(formerIds && { formerIds }),
      reports: counts[data.agencies.find(id) ?? -1] ?? 0,
    }
  })
  const updated = data.imported.reduce<string | null>(
    (newest, at) => (newest === null || at > newest ? at : newest),
    null,
  )
  return { years: data.index.present(), agencies, series: data.agencies.series().all, reports: data.size, updated }
}
