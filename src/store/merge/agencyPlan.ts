import type { Agency } from '../../register/agency'
import { isCommonName } from '../../register/commonName'
import type { AgencyMatch } from '../../register/match'
import { agencyId, nameKey } from '../../register/names'
import { NO_REGIONS } from '../../register/regions'
import { circleFrom } from '../../register/table/references'
import type { AgencyAnswer, AgencyAnswers, AgencyQuestion } from './outcome'

/** Whose the agencies of a file are here. */
export interface AgencyPlan {
  /** Ids here, by ids of the file; those that stay out are not in it. */
  readonly ids: ReadonlyMap<string, string>
  /** Every agency that will be here, by its id. */
  readonly agencies: ReadonlyMap<string, Agency>
  readonly added: readonly Agency[]
  readonly left: readonly Agency[]
  /** Agencies of one's own that stay as they are, with the fields in which the file has something else. */
  readonly differing: readonly { readonly agency: Agency; readonly fields: readonly (keyof Agency)[] }[]
  readonly questions: readonly AgencyQuestion[]
}

/** What is known of the agencies of a file besides. */
interface PlanBasis {
  readonly matches: ReadonlyMap<string, AgencyMatch>
  readonly answers: AgencyAnswers
  /** How many reports of an agency of the file there are, by its id. */
  readonly reports: (id: string) => number
  /** Made-up data: their ids are made of no names. */
  readonly example: boolean
}

/**
 * Puts the agencies of a file into one's own register: certain ones are those of one's own, which stay as they are; new ones come with what the file says
 * of them, as far as neither id nor name is another's; of doubtful ones a person's answer is done, and without one they are new.
 */
export function planAgencies(
  theirs: readonly Agency[],
  own: readonly Agency[],
  { matches, answers, reports, example }: PlanBasis,
): AgencyPlan {
  const register = new Growing(own, theirs, example)
  const ids = new Map<string, string>()
  const added: { readonly theirs: Agency; readonly agency: Agency }[] = []
  const left: Agency[] = []
  const questions: AgencyQuestion[] = []
  for (const agency of theirs) {
    const match = matches.get(agency.id) ?? { kind: 'new' }
    const fresh = match.kind === 'certain' ? null : register.fresh(agency)
    const answer = match.kind === 'certain' ? { own: match.id } : answerOf(agency.id, answers, register, fresh !== null)
    if (match.kind === 'doubtful' || (match.kind === 'new' && fresh === null))
      questions.push({
        id: agency.id,
        name: agency.name,
        region: agency.region,
        reports: reports(agency.id),
        candidates: candidatesOf(match, own, agency),
        canBeNew: fresh !== null,
        answer,
      })
    if (typeof answer === 'object') ids.set(agency.id, answer.own)
    else if (answer === 'new' && fresh) {
      register.put(fresh)
      ids.set(agency.id, fresh.id)
      added.push({ theirs: agency, agency: fresh })
    } else left.push(agency)
  }
  for (const { id, formerIds = [] } of theirs)
    for (const former of formerIds) {
      const here = ids.get(id)
      if (here !== undefined && !ids.has(former)) ids.set(former, here)
    }
  const all = new Map(register.all)
  const placed = added.map(({ theirs: said, agency }) => withTies(agency, said, ids, all))
  return {
    ids,
    agencies: all,
    added: placed,
    left,
    differing: theirs.flatMap((said) => {
      const agency = all.get(ids.get(said.id) ?? '')
      const fields = agency && !placed.includes(agency) ? fieldsApart(agency, said, ids) : []
      return agency && fields.length > 0 ? [{ agency, fields }] : []
    }),
    questions,
  }
}

function answerOf(id: string, answers: AgencyAnswers, register: Growing, canBeNew: boolean): AgencyAnswer {
  const answer = Object.hasOwn(answers, id) ? answers[id] : undefined
  if (typeof answer === 'object' && register.isOwn(answer.own)) return answer
  if (answer === 'leave') return answer
  return canBeNew ? 'new' : 'leave'
}

function candidatesOf(match: AgencyMatch, own: readonly Agency[], { name }: Agency): AgencyQuestion['candidates'] {
  const ids = match.kind === 'doubtful' ? match.candidates : []
  const key = nameKey(name)
  return own
    .filter((agency) => ids.includes(agency.id) || (match.kind === 'new' && nameKey(agency.name) === key))
    .map(({ id, name: called, region }) => ({ id, name: called, region }))
}

/** One's own register with what comes to it. */
class Growing {
  readonly all: Map<string, Agency>
  readonly #own: ReadonlySet<string>
  readonly #ids = new Set<string>()
  readonly #names = new Set<string>()
  /** Other names, which no new agency takes from one that is here. */
  readonly #others = new Set<string>()

  readonly #keepsIds: boolean

  constructor(own: readonly Agency[], theirs: readonly Agency[], keepsIds: boolean) {
    for (const { name } of theirs) this.#others.add(nameKey(name))
    this.#keepsIds = keepsIds
    this.all = new Map(own.map((agency) => [agency.id, agency]))
    this.#own = new Set(this.all.keys())
    for (const agency of own) this.#note(agency)
  }

  isOwn(id: string): boolean {
    return this.#own.has(id)
  }

  put(agency: Agency): void {
    this.all.set(agency.id, agency)
    this.#note(agency)
  }

  #note({ id, formerIds = [], name, aliases, formerNames = [] }: Agency): void {
    for (const one of [id, ...formerIds]) this.#ids.add(one)
    this.#names.add(nameKey(name))
    for (const other of [...aliases, ...formerNames.map((former) => former.name)]) this.#others.add(nameKey(other))
  }

  /** An agency of the file as a new entry, without ties; `null` where its name is taken. */
  fresh(agency: Agency): Agency | null {
    const { name: said, aliases, formerNames = [], formerIds = [], region, ...rest } = agency
    // A 财政局 is told from one's own by its region; a full name that is taken is asked about.
    const isBare = region !== '' && isCommonName(said, NO_REGIONS)
    const names = isBare ? [said, region + said] : [said]
    const name = names.find((one) => !this.#names.has(nameKey(one)))
    if (name === undefined) return null
    const id = this.#idFor(name, agency)
    if (id === null) return null
    const isFree = (one: string): boolean => !this.#names.has(nameKey(one)) && !this.#others.has(nameKey(one))
    const former = formerNames.filter((one) => isFree(one.name))
    const entries = formerIds.filter((one) => one !== id && !this.#ids.has(one))
    const { kind, level, regionCode, system, scope, from, to, edited } = rest
    return {
      id,
      name,
      aliases: aliases.filter(isFree),
      ...(former.length > 0 && { formerNames: former }),
      ...(entries.length > 0 && { formerIds: entries }),
      kind,
      level,
      region,
      ...(regionCode !== undefined && { regionCode }),
      system,
      parent: null,
      scope,
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
      edited,
    }
  }

  /** The file's id where it is made of one of the agency's names, as all are: any other could be that of a name that comes some day. */
  #idFor(name: string, { id, name: said, aliases, formerNames = [] }: Agency): string | null {
    const names = [said, ...aliases, ...formerNames.map((former) => former.name)]
    const isMadeOfName = this.#keepsIds || names.some((one) => agencyId(one) === id)
    const ids = [...(name === said && isMadeOfName ? [id] : []), agencyId(name)]
    return ids.find((one) => !this.#ids.has(one)) ?? null
  }
}

/** A new agency with its parent and successor, as far as they are here and do not lead back to it. */
function withTies(agency: Agency, said: Agency, ids: ReadonlyMap<string, string>, all: Map<string, Agency>): Agency {
  let tied = agency
  for (const field of ['parent', 'successor'] as const) {
    const other = ids.get(said[field] ?? '')
    if (other === undefined || other === agency.id) continue
    const next = { ...tied, [field]: other }
    all.set(next.id, next)
    if (circleFrom(next, field, all) === null) tied = next
    else all.set(tied.id, tied)
  }
  return tied
}

const COMPARED = ['name', 'kind', 'level', 'region', 'regionCode', 'system', 'scope', 'from', 'to'] as const

function fieldsApart(own: Agency, said: Agency, ids: ReadonlyMap<string, string>): (keyof Agency)[] {
  const apart: (keyof Agency)[] = COMPARED.filter((field) => {
    const [mine, theirs] = [own[field] ?? '', said[field] ?? '']
    return field === 'name' ? nameKey(own.name) !== nameKey(said.name) : theirs !== '' && mine !== theirs
  })
  for (const field of ['parent', 'successor'] as const) {
    const theirs = ids.get(said[field] ?? '')
    if (theirs !== undefined && theirs !== own[field]) apart.push(field)
  }
  return apart
}
