/** CSS pixels: shorter is a touch, steeper is scrolling. */
const LEAST = 60
const STEEPEST = 0.5

/** What a finger does that is drawn across: the next or the one before. What scrolls across itself keeps it. */
export function swiping(turn: (by: 1 | -1) => void) {
  let from: { readonly x: number; readonly y: number } | null = null
  return {
    touchstart: ({ touches, target }: TouchEvent): void => {
      const [one] = touches
      const scrolls = target instanceof Element && target.closest('.table-box') !== null
      from = one && touches.length === 1 && !scrolls ? { x: one.clientX, y: one.clientY } : null
    },
    touchend: ({ changedTouches: [one] }: TouchEvent): void => {
      if (!from || !one) return
      const [across, down] = [one.clientX - from.x, one.clientY - from.y]
      from = null
      if (Math.abs(across) >= LEAST && Math.abs(down) <= Math.abs(across) * STEEPEST) turn(across < 0 ? 1 : -1)
    },
  }
}
