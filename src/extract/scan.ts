import type { PlainDocument } from '../report/plainDocument'
import type { FileError } from '../report/report'
import { agencyInFileName, yearInFileName } from './identity/fileName'

/** Why a PDF can be looked at and not read. */
const SCANS: ReadonlySet<string> = new Set(['scanned-pdf', 'garbled-pdf'])

/** Whether a file gave no report because its pages can only be looked at: a person can fill in beside them what they say. */
export function isScan({ reason }: FileError): boolean {
  return SCANS.has(reason)
}

/** The refusal of a scan with what is kept of it. Agency and year of the file's name are only proposed: nothing on the pages vouches for them. */
export function withScan(error: FileError): FileError {
  return isScan(error) ? { ...error, document: scanDocument(error) } : error
}

function scanDocument({ file, params }: FileError): PlainDocument {
  const pages = Number(params['pages'])
  return {
    source: { file, format: 'pdf' },
    title: null,
    agency: agencyInFileName(file),
    year: yearInFileName(file),
    evidence: {},
    blocks: [],
    ...(Number.isSafeInteger(pages) ? { pages } : {}),
  }
}
