/**
 * What a word can be in a sentence about counts, one letter each, so that a clause is a short string that patterns read:
 * `f` says nothing of its own · `y` in time (part of the cases may not be) · `V` received `D` settled `I` carried in `O` carried over `j` carried ·
 * `R` requests for information `q` requests of any sort · `P` disclosure of information `u` cause · `w` review `l` litigation `m` result ·
 * `o` outcome `a` applicant · `d` normative documents `i` issued `r` repealed `e` in force · `N` none `k` beside what there was none of ·
 * `T` the report's year `t` another time `z` up to a date · `S` the agency itself `s` others `A` a whole region `L` a whole township ·
 * `Q` of which `h` and `G` compared with the year before `g` grew `b` share of · `X` another matter `c` channel ·
 * `n` count `p` percent `#` bare number `,` `;` boundaries `x` not understood.
 */
export type Code = string

export interface Word {
  readonly word: string
  readonly code: Code
  /** Which measure, result, applicant or direction it names. */
  readonly id?: string
}

/** Entries of a list of words that are parted by spaces. */
export function words(code: Code, list: string, id?: string): Word[] {
  return list
    .split(/\s+/u)
    .flatMap((word) => (word === '' ? [] : [id === undefined ? { word, code } : { word, code, id }]))
}
