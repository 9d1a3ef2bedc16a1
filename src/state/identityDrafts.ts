import { defineStore } from 'pinia'

/** What a person has typed of whose a document is, and not yet given. */
export interface IdentityDraft {
  readonly name: string
  readonly year: number | ''
}

/** Drafts by the report or document that they are of, for the visit: looking at another one meanwhile loses nothing. */
export const useIdentityDrafts = defineStore('identityDrafts', () => {
  const drafts = new Map<string, IdentityDraft>()
  return {
    of: (id: string) => drafts.get(id),
    keep: (id: string, draft: IdentityDraft) => {
      drafts.set(id, draft)
    },
    drop: (id: string) => {
      drafts.delete(id)
    },
  }
})
