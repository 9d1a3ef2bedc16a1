/**
 * What stands on a page, as lines: landmarks, headings, controls, lists and tables with their sizes, drawings with the number of their marks. It runs in the
 * page. Nothing in it is measured in pixels, so that it is the same whatever the fonts are; what is not shown, on screen or on paper, is not in it.
 */
export function outlineOf(root: Element): string {
  const LANDMARKS =
    'header, nav, main, aside, footer, form, section, article, figure, [role=group], [role=toolbar], dialog'
  const CONTROLS = 'a, button, input, select, textarea, summary, [role=combobox]'
  const MARKS = 'path, rect, circle, ellipse, line, polyline, polygon, image'
  const MANY = 24
  const lines: string[] = []
  const countedUpTo = (count: number): string => (count > MANY ? 'long' : String(count))
  const words = (text: string | null | undefined): string => (text ?? '').replace(/\s+/gu, ' ').trim()
  const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text)
  const labelOf = (element: Element): string => words(element.getAttribute('aria-label'))
  const counted = (element: Element, one: string, all: string): number =>
    Number(element.getAttribute(all) ?? element.querySelectorAll(one).length)

  /** Controls that follow each other stand in one line, and paragraphs are counted. */
  let run: { readonly indent: string; readonly kind: 'controls' | 'text'; readonly items: string[] } | null = null
  const endRun = (): void => {
    if (run)
      lines.push(`${run.indent}${run.kind}: ${run.kind === 'text' ? String(run.items.length) : run.items.join(' | ')}`)
    run = null
  }
  const add = (indent: string, kind: 'controls' | 'text', item: string): void => {
    if (run?.kind !== kind || run.indent !== indent) {
      endRun()
      run = { indent, kind, items: [] }
    }
    run.items.push(item)
  }
  const line = (indent: string, text: string): void => {
    endRun()
    lines.push(`${indent}${text.trim()}`)
  }

  const nameOfControl = (element: Element): string => {
    const name = labelOf(element) || words(element.textContent) || words(element.closest('label')?.textContent)
    if (element instanceof HTMLSelectElement) {
      const label = labelOf(element) || words(element.labels[0]?.firstChild?.textContent)
      return `select ${label} ${words(element.selectedOptions[0]?.label)} of ${String(element.options.length)}`
    }
    const kind = element instanceof HTMLInputElement ? element.type : element.tagName.toLowerCase()
    const states = ['aria-pressed', 'aria-expanded', 'aria-current', 'aria-checked', 'disabled']
      .filter((state) => element.hasAttribute(state) && element.getAttribute(state) !== 'false')
      .map((state) => ` (${state.replace('aria-', '')})`)
    return `${kind} ${shortened(name)}${states.join('')}`
  }

  const tableLine = (table: Element): string => {
    const heads = [...table.querySelectorAll('thead tr:last-child > *, [role=columnheader]')]
    const columns = Math.max(0, ...[...table.querySelectorAll('tr')].map((row) => row.children.length))
    const rows = counted(table, 'tr', 'aria-rowcount')
    const name = labelOf(table) || words(table.querySelector('caption')?.textContent)
    const head = heads.map((cell) => shortened(words(cell.textContent))).join(' | ')
    return `table ${name} ${String(rows)} × ${String(counted(table, '[role=none]', 'aria-colcount') || columns)}: ${head}`
  }

  const drawingLine = (drawing: Element): string => {
    const marks = [...drawing.querySelectorAll(MARKS)].filter((mark) => !mark.closest('defs, clipPath'))
    const title = /^[^。.]*/u.exec(labelOf(drawing))?.[0] ?? ''
    return `drawing ${shortened(title)}: ${String(marks.length)} marks, ${String(drawing.querySelectorAll('text').length)} texts`
  }

  const visit = (element: Element, indent: string): void => {
    if (!element.checkVisibility({ visibilityProperty: true })) return
    const role = element.getAttribute('role')
    const tag = element.tagName.toLowerCase()
    if (/^h[1-6]$/u.test(tag)) line(indent, `${tag} ${words(element.textContent)}`)
    else if (role === 'img' || tag === 'svg') {
      if (role === 'img') line(indent, drawingLine(element))
    } else if (tag === 'table' || role === 'table' || role === 'grid' || role === 'treegrid')
      line(indent, tableLine(element))
    else if (element.matches(CONTROLS)) add(indent, 'controls', nameOfControl(element))
    else if (tag === 'p') {
      add(indent, 'text', '')
      for (const child of element.querySelectorAll(CONTROLS)) visit(child, indent)
    } else {
      const landmark = element.matches(LANDMARKS)
      if (tag === 'ul' || tag === 'ol' || role === 'list') {
        line(indent, `list ${labelOf(element)} ${countedUpTo(element.children.length)}`)
        // Of a long list as many are drawn as there is room for.
        if (element.children.length > MANY) return
      } else if (landmark) line(indent, `${role ?? tag} ${labelOf(element)}`)
      const inside = landmark || tag === 'ul' || tag === 'ol' ? `${indent}  ` : indent
      for (const child of element.children) visit(child, inside)
      if (landmark) endRun()
    }
  }

  visit(root, '')
  endRun()
  return `${lines.join('\n')}\n`
}
