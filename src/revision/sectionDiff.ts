import type { Section } from '../report/report'
import { textDiff } from './textDiff'
import type { ParagraphDiff } from './textDiff'

/** A section of the two versions: its heading and paragraphs as they differ. */
export interface SectionDiff {
  /** 1 to 6; 0 for the text before the first. */
  readonly number: number
  readonly heading: string
  readonly paragraphs: readonly ParagraphDiff[]
  /** Places that differ: a paragraph put in or taken out, a run of words within one that was changed. */
  readonly changes: number
}

/** The sections of two versions, matched by their numbers, in order. A heading is the first paragraph of its section. */
export function sectionDiffs(older: readonly Section[], newer: readonly Section[]): SectionDiff[] {
  const [before, after] = [older, newer].map((sections) => new Map(sections.map((one) => [one.number, one])))
  const numbers = [...new Set([...older, ...newer].map(({ number }) => number))].sort((a, b) => a - b)
  return numbers.map((number) => {
    const [one, other] = [before?.get(number), after?.get(number)]
    const paragraphs = diffOf(one, other)
    const heading = other?.heading ?? one?.heading ?? ''
    return { number, heading, paragraphs, changes: paragraphs.reduce((sum, paragraph) => sum + places(paragraph), 0) }
  })
}

const linesOf = ({ heading, text }: Section): string => [heading, text].filter((part) => part !== '').join('\n')

function diffOf(older: Section | undefined, newer: Section | undefined): ParagraphDiff[] {
  if (older && newer) return textDiff(linesOf(older), linesOf(newer))
  const only = older ?? newer
  const kind = older ? 'removed' : 'added'
  return only
    ? linesOf(only)
        .split('\n')
        .map((text) => ({ kind, text }))
    : []
}

function places(paragraph: ParagraphDiff): number {
  if (paragraph.kind !== 'changed') return paragraph.kind === 'same' ? 0 : 1
  return paragraph.pieces.filter(
    ({ kind }, index) => kind !== 'same' && (index === 0 || paragraph.pieces[index - 1]?.kind === 'same'),
  ).length
}
