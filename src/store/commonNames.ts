import { isCommonName } from '../register/commonName'
import { NO_REGIONS } from '../register/regions'
import type { StoreDatabase } from './db'

/** Of some names, those that tell no body apart in a register of more than one region. By their endings: a table of regions cannot be waited for in a transaction. */
export async function tooCommon(db: StoreDatabase, names: readonly string[]): Promise<string[]> {
  const common = names.filter((name) => isCommonName(name, NO_REGIONS))
  if (common.length === 0) return []
  const regions = new Set((await db.agencies.toArray()).map(({ region }) => region))
  regions.delete('')
  return regions.size > 1 ? common : []
}
