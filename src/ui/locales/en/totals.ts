import type { Translation } from '../messages'
import type { totals as zh } from '../zh/totals'

export const totals: Translation<typeof zh> = {
  title: 'Totals',
  parent: 'Government',
  choose: 'Choose a government',
  year: 'Year',
  download: { docx: 'Word report', xlsx: 'Excel with formulas', json: 'JSON' },
  fileName: '{name} {year} total',
  exampleMark: 'sample data',
  noParents:
    'No agency in the register has government totals yet. On the Agencies page set the government’s scope to totals, then give the government that each agency is included in.',
  toRegister: 'To the register',
  reported: 'reported',
  nilCount: '{n} nil returns',
  missingCount: '{n} missing',
  members: 'Members',
  member: 'Member',
  status: {
    present: 'Reported',
    nil: 'Nil returns (declared to have had no cases, counted as 0)',
    missing: 'No report, not counted',
  },
  confirmedTag: 'checked',
  confirmedBy: 'The list of members was confirmed by {by} on {at}.',
  somebody: 'somebody',
  unconfirmed: 'The list of members is not confirmed; differences from the published report are warnings only.',
  confirm: 'Confirm the list',
  unconfirm: 'Withdraw',
  sayNil: 'Record a nil return',
  unsayNil: 'Withdraw',
  standsFor: 'its report covers 1 agency below it | its report covers {n} agencies below it',
  through: 'in place of {name} (no report)',
  overlapping: 'Both an agency and its predecessor have reported; figures may overlap',
  leftOut: 'Reports that are not counted',
  pick: 'Choose a cell to see which agencies’ figures it adds. Arrow keys move.',
  addends: 'Addends',
  sum: 'Sum of members',
  published: 'Published',
  difference: 'Published − sum',
  value: 'Figure',
  origin: 'Origin',
  cell: 'Cell',
  noNumber: 'no figure',
  lackingSign: '…',
  lacking: '1 member has no figure here | {n} members have no figure here',
  lackingLong:
    '1 member that has reported has no figure here: the sum is not complete. Blanks are not read as 0. | {n} members that have reported have no figure here: the sum is not complete. Blanks are not read as 0.',
  missingLong: '1 more member has no report and is not counted. | {n} more members have no report and are not counted.',
  lackingCells:
    '1 sum of this table is not complete: a member has reported, but has no figure there. | {n} sums of this table are not complete: members have reported, but have no figure there.',
  inError: '1 addend is in an open error | {n} addends are in open errors',
  inErrorLong:
    '1 addend is in an open error of its report; it is added as printed. | {n} addends are in open errors of their reports; they are added as printed.',
  inErrorCells:
    '1 sum of this table is based on a figure in an open error, added as printed. | {n} sums of this table are based on figures in open errors, added as printed.',
  gapCount: '1 cell differs | {n} cells differ',
  zeros: '1 more member reports 0. | {n} more members report 0.',
  openGap: 'Members without a figure may account for exactly this difference, so it cannot be called unequal.',
  publishedIs: 'published {value}, not equal',
  candidates: {
    intro: 'The difference is exactly the figure:',
    none: 'No combination of members’ figures accounts for the difference.',
    leftOut: 'of {names} (perhaps left out of the published figure)',
    twice: 'of {names} (perhaps counted twice in the published figure)',
  },
  causes: {
    leftOut: 'If the published report left out {names}, that would explain the differences in {n} cells.',
    twice: 'If the published report counted {names} twice, that would explain the differences in {n} cells.',
  },
  otherForm: {
    requests:
      'This table of {names} is on the {version} form: the rows of “（六）其他处理” are added as one; all others are the same.',
    other:
      'This table of {names} is on the {version} form: only cells with the same meaning in both are added; the other cells leave these agencies out.',
  },
  comparison: 'Compared with the published report',
  noGaps: 'All cells equal the published ones, or cannot be compared because figures are missing.',
  gapsOf: 'Cells that differ from the published ones: {table}',
  gapsElsewhere: '1 more cell differs in the other tables. | {n} more cells differ in the other tables.',
  notPublished: 'The government’s own report is not here, so there is nothing published to compare with.',
}
