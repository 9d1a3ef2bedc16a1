/** What a sentence takes over from those before it in its paragraph. */
export interface Context {
  topic: 'requests' | 'disputes' | 'docs' | 'other' | null
  /** The words are about another year until they say otherwise. */
  otherYear: boolean
  /** The words are about others than the agency until they say otherwise. */
  others: boolean
  /** The paragraph has named the agency. */
  ownNamed: boolean
  /** In a government's report, the section speaks of the government's office too: a count without a subject may be its. */
  readonly officeNamed: boolean
  /** The last count was a whole of the agency's own: 其中 is of that. */
  understood: boolean
  /** Since the last semicolon or whole there was a count of something else: what follows may be parts of that. */
  ofUnknown: boolean
  /** What the last whole was counted in: 收到申请9条. */
  unit: string
}
