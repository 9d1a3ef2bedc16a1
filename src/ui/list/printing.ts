import { onBeforeUnmount, onMounted, ref } from 'vue'
import type { Ref } from 'vue'

/** Whether the page is being put on paper. The page is redrawn between the browser's notice and the first sheet. */
export function usePrinting(): Readonly<Ref<boolean>> {
  const printing = ref(false)
  const begin = (): void => {
    printing.value = true
  }
  const end = (): void => {
    printing.value = false
  }
  onMounted(() => {
    window.addEventListener('beforeprint', begin)
    window.addEventListener('afterprint', end)
  })
  onBeforeUnmount(() => {
    window.removeEventListener('beforeprint', begin)
    window.removeEventListener('afterprint', end)
  })
  return printing
}
