import { computed, onBeforeUnmount, onMounted, ref } from 'vue'
import type { Ref } from 'vue'

/** Letters of a sheet that is so wide and high, in CSS pixels. */
const DESIGN = { width: 1016, height: 640, letters: 15 }

/** How large the letters of a sheet are, in CSS pixels: they grow with it. One that flows is read like a page, whatever its width. */
export function useSheetLetters(
  sheet: Readonly<Ref<HTMLElement | null>>,
  flows: () => boolean = () => false,
): Readonly<Ref<number>> {
  const letters = ref(DESIGN.letters)
  let asked = 0
  const observer = new ResizeObserver(([entry]) => {
    const { width, height } = entry?.contentRect ?? DESIGN
    if (width === 0 || matchMedia('print').matches) return
    // Letters change what is observed: after this round of notices.
    cancelAnimationFrame(asked)
    asked = requestAnimationFrame(() => {
      letters.value = DESIGN.letters * Math.min(width / DESIGN.width, height / DESIGN.height)
    })
  })
  onMounted(() => {
    if (sheet.value) observer.observe(sheet.value)
  })
  onBeforeUnmount(() => {
    observer.disconnect()
    cancelAnimationFrame(asked)
  })
  return computed(() => (flows() ? DESIGN.letters : letters.value))
}
