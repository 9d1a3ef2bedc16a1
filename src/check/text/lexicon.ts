import { CASE_WORDS } from './caseWords'
import { FRAME_WORDS } from './frameWords'
import type { Word } from './word'
import { WordTree } from './wordTree'

const ALL: readonly Word[] = [...CASE_WORDS, ...FRAME_WORDS]

/** The words that the rules know. A word that is missing makes a clause silent, never wrong: add it to its list. */
export const LEXICON = new WordTree(ALL.map((entry) => [entry.word, entry] as const))

/** The letters that words begin with. */
export const FIRST_LETTERS: string = ALL.map(({ word }) => word.charAt(0)).join('')
