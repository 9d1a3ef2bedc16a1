import { onBeforeUnmount, ref } from 'vue'
import type { Ref } from 'vue'

/** Whether the window is that of a phone held upright; follows its being turned. */
export function useUpright(): Readonly<Ref<boolean>> {
  const media = matchMedia('(max-width: 700px) and (orientation: portrait)')
  const upright = ref(media.matches)
  const follow = (): void => {
    upright.value = media.matches
  }
  media.addEventListener('change', follow)
  onBeforeUnmount(() => {
    media.removeEventListener('change', follow)
  })
  return upright
}
