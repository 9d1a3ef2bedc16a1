import { mergeShare, previewShareMerge } from '../store/merge/merge'
import type { MergeApi } from './mergeApi'
import { storeOf } from './openStores'
import { serve } from './rpc'

serve<MergeApi>({
  preview: async ({ own, shared, wish }, { progress }) => {
    const [mine, theirs] = [await storeOf(own), await storeOf(shared)]
    if (!mine.ok) return mine
    if (!theirs.ok) return theirs
    return previewShareMerge(mine.value, theirs.value, wish, (done, of) => {
      progress({ done, of })
    })
  },
  merge: async ({ own, shared, wish }, { progress }) => {
    const [mine, theirs] = [await storeOf(own), await storeOf(shared)]
    if (!mine.ok) return mine
    if (!theirs.ok) return theirs
    return mergeShare(mine.value, theirs.value, wish, (done, of) => {
      progress({ done, of })
    })
  },
})
