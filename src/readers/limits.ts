const MEGABYTE = 1024 * 1024

/**
 * What a file may cost before it is refused. Real reports are far below: a docx with pictures has a few megabytes, a year's
 * archive of a province some tens; a file beyond these is a mistake or a trap.
 */
export const LIMITS = {
  /** Bytes of one file as given; a larger one is not even read into memory. */
  fileBytes: 200 * MEGABYTE,
  /** Bytes of text or markup that one document may have, decompressed. */
  documentBytes: 32 * MEGABYTE,
  /** Paragraphs, lines and cells of one document; a report has some hundreds. */
  documentParts: 200_000,
  /** Pages and characters of one PDF, and how long its pages may take. */
  pdfPages: 300,
  pdfCharacters: 400_000,
  pdfMilliseconds: 30_000,
  /** Bytes that one member of an archive may inflate to. */
  memberBytes: 200 * MEGABYTE,
  /** Bytes that everything in one archive, nested ones included, may inflate to. */
  archiveBytes: 2048 * MEGABYTE,
  /** A member larger than `ratioFrom` may not inflate to more than `ratio` times its compressed size. */
  ratio: 200,
  ratioFrom: 8 * MEGABYTE,
  /** Members of one archive. */
  members: 65_535,
  /** Archives within archives: `a.zip!/b.zip!/c.zip!/d.docx` has three. */
  depth: 4,
  /** Tables within tables; deeper ones are read as running text. */
  tableDepth: 32,
} as const

/** Bytes as whole megabytes for messages, rounded up: what is over a limit reads so. */
export function megabytes(bytes: number): number {
  return Math.ceil(bytes / MEGABYTE)
}
