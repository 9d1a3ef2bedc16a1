import { agencies } from './zh/agencies'
import { charts } from './zh/charts'
import { checks } from './zh/checks'
import { compare } from './zh/compare'
import { coverage } from './zh/coverage'
import { deck } from './zh/deck'
import { definitions } from './zh/definitions'
import { documents } from './zh/documents'
import { filling } from './zh/filling'
import { importing } from './zh/import'
import { kept } from './zh/kept'
import { letters } from './zh/letters'
import { merge } from './zh/merge'
import { notes } from './zh/notes'
import { overview } from './zh/overview'
import { report } from './zh/report'
import { reports } from './zh/reports'
import { revision } from './zh/revision'
import { review } from './zh/review'
import { settings } from './zh/settings'
import { share } from './zh/share'
import { shell } from './zh/shell'
import { source } from './zh/source'
import { switches } from './zh/switches'
import { terms } from './zh/terms'
import { totals } from './zh/totals'
import { views } from './zh/views'

/** Every text of the interface in Chinese; its keys are the ones that English must have too. */
export const zh = {
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
} as const
