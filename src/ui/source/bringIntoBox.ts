const EDGE = 24

/** Scrolls a box, and nothing around it, so that an element in it is in sight; what is in sight already stays where it is. */
export function bringIntoBox(box: HTMLElement, element: HTMLElement): void {
  const [seen, at] = [box.getBoundingClientRect(), element.getBoundingClientRect()]
  const isHigh = at.height > seen.height - 2 * EDGE
  if (isHigh || at.top < seen.top + EDGE || at.bottom > seen.bottom - EDGE)
    box.scrollTop += at.top - seen.top - (isHigh ? EDGE : (seen.height - at.height) / 3)
  if (at.left < seen.left || at.right > seen.right)
    box.scrollLeft += at.left - seen.left - Math.max(0, (seen.width - at.width) / 2)
}
