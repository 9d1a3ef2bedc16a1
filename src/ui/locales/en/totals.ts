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
    'No agency of the register is “summed” yet. On the page of agencies set the government’s scope to “summed”, then say whose report sums each agency.',
  toRegister: 'To the register',
  reported: 'reported',
  nilCount: '{n} nil returns',
  missingCount: '{n} missing',
  members: 'Members',
  member: 'Member',
  status: {
    present: 'Reported',
    nil: 'Nil returns (declared to have had nothing, counted as 0)',
    missing: 'No report, not counted',
  },
  confirmedTag: 'checked',
  confirmedBy: 'The list of members was confirmed by {by} on {at}.',
  somebody: 'somebody',
  unconfirmed: 'The list of members is not confirmed; differences from the published report are warnings only.',
  confirm: 'The list is right',
  unconfirm: 'Take back',
  sayNil: 'Note a nil return',
  unsayNil: 'Take back',
  standsFor: 'its report holds 1 agency under it | its report holds {n} agencies under it',
  through: 'in place of {name} (no report)',
  overlapping: 'Both an agency and its predecessor have reported; figures may overlap',
  leftOut: 'Reports that are not counted',
  pick: 'Choose a cell to see which figures of which agencies it adds. Arrow keys move.',
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
  inError: '1 addend stands in an open error | {n} addends stand in open errors',
  inErrorLong:
    '1 addend stands in an open error of its report; it is added as printed. | {n} addends stand in open errors of their reports; they are added as printed.',
  inErrorCells:
    '1 sum of this table rests on a number in an open error, added as printed. | {n} sums of this table rest on numbers in open errors, added as printed.',
  gapCount: '1 cell differs | {n} cells differ',
  zeros: '1 more member says 0. | {n} more members say 0.',
  openGap: 'Members without a figure may make up just this difference, so it cannot be called unequal.',
  publishedIs: 'published {value}, not equal',
  candidates: {
    intro: 'The difference is exactly:',
    none: 'No members’ figures can be made out to be the difference.',
    leftOut: 'that of {names} (perhaps left out of the published figure)',
    twice: 'that of {names} (perhaps counted twice in the published figure)',
  },
  causes: {
    leftOut: 'If the published report left out {names}, the differences of {n} cells would be explained together.',
    twice: 'If the published report counted {names} twice, the differences of {n} cells would be explained together.',
  },
  otherForm: {
    requests:
      'This table of {names} is on the {version} form: the rows of “（六）其他处理” are added as one, all others are the same.',
    other:
      'This table of {names} is on the {version} form: only cells that mean the same in both are added, the others leave these agencies out.',
  },
  comparison: 'Beside the published report',
  noGaps: 'All cells equal the published ones, or cannot be compared for want of figures.',
  gapsOf: 'Cells that differ from the published ones: {table}',
  gapsElsewhere: '1 more cell differs in the other tables. | {n} more cells differ in the other tables.',
  notPublished: 'The government’s own report is not here, so there is nothing published to compare with.',
}
