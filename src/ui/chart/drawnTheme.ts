import { computed, inject, provide } from 'vue'
import type { ComputedRef, InjectionKey } from 'vue'
import type { ThemeName } from '@/charts/colours'
import { usePreferences } from '@/state/preferences'

const DRAWN_THEME: InjectionKey<() => ThemeName> = Symbol('drawn theme')

/** Charts within are drawn in a theme of their own. */
export function provideDrawnTheme(theme: () => ThemeName): void {
  provide(DRAWN_THEME, theme)
}

/** The theme that a chart is drawn in: that of what it stands on, else the page's. */
export function useDrawnTheme(): ComputedRef<ThemeName> {
  const preferences = usePreferences()
  const own = inject(DRAWN_THEME, null)
  return computed(() => own?.() ?? preferences.theme)
}
