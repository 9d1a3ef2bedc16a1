import type { Router } from 'vue-router'

let due = false

/** Notes every change of page (not of its query), so that the new page's heading takes the focus; the first page of a visit leaves it alone. */
export function watchRouteFocus(router: Router): void {
  router.afterEach((to, from) => {
    due = from.matched.length > 0 && to.path !== from.path
  })
}

/** Whether the heading has to take the focus now; true once a change of page. */
export function takeFocusDue(): boolean {
  const now = due
  due = false
  return now
}
