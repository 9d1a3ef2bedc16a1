/** A name as it is compared: full-width and half-width, spaces and brackets do not count. */
export function normaliseName(name: string): string {
  return name.normalize('NFKC').replace(/[\s\u200b\ufeff]+/gu, '')
}

/** A stable id of an agency, made from its name: the same on every machine and in every import. */
export function agencyId(name: string): string {
  return `a-${normaliseName(name)}`
}
