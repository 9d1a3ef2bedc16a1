import { defineStore } from 'pinia'
import { shallowReactive } from 'vue'
import type { FieldId } from '@/form/fields'

/** What a person has typed as a cell's new number, and not yet saved. */
export interface CorrectionDraft {
  readonly text: string
  readonly reason: string
}

/** Drafts by report and cell, for the visit: looking at another cell meanwhile, or at another report, loses nothing. */
export const useCorrectionDrafts = defineStore('correctionDrafts', () => {
  const drafts = shallowReactive(new Map<string, ReadonlyMap<FieldId, CorrectionDraft>>())

  function change(report: string, work: (own: Map<FieldId, CorrectionDraft>) => void): void {
    const own = new Map(drafts.get(report))
    work(own)
    drafts.set(report, own)
  }

  return {
    /** Those of a report, in the order of typing. */
    of: (report: string): ReadonlyMap<FieldId, CorrectionDraft> => drafts.get(report) ?? new Map(),
    keep: (report: string, field: FieldId, draft: CorrectionDraft): void => {
      change(report, (own) => own.set(field, draft))
    },
    drop: (report: string, field: FieldId): void => {
      change(report, (own) => own.delete(field))
    },
  }
})
