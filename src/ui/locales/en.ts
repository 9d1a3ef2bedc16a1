import { agencies } from './en/agencies'
import { charts } from './en/charts'
import { checks } from './en/checks'
import { compare } from './en/compare'
import { coverage } from './en/coverage'
import { deck } from './en/deck'
import { definitions } from './en/definitions'
import { documents } from './en/documents'
import { filling } from './en/filling'
import { importing } from './en/import'
import { kept } from './en/kept'
import { letters } from './en/letters'
import { merge } from './en/merge'
import { notes } from './en/notes'
import { overview } from './en/overview'
import { report } from './en/report'
import { reports } from './en/reports'
import { revision } from './en/revision'
import { review } from './en/review'
import { settings } from './en/settings'
import { share } from './en/share'
import { shell } from './en/shell'
import { source } from './en/source'
import { switches } from './en/switches'
import { terms } from './en/terms'
import { totals } from './en/totals'
import { views } from './en/views'
import type { Translation } from './messages'
import type { zh } from './zh'

/** Every text of the interface in English. A text with ` | ` has a form for one and a form for many, chosen by its `n`. */
export const en: Translation<typeof zh> = {
  shell,
  terms,
  import: importing,
  definitions,
  agencies,
  settings,
  share,
  merge,
  charts,
  overview,
  notes,
  views,
  deck,
  switches,
  compare,
  coverage,
  letters,
  reports,
  checks,
  report,
  documents,
  filling,
  revision,
  review,
  source,
  totals,
  kept,
}
