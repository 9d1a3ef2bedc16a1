/** Whether an element's own style, or else one of its classes, draws a line through its text. */
export function isStruck(
  element: string,
  attributes: ReadonlyMap<string, string>,
  struckClasses: ReadonlySet<string>,
): boolean {
  const own = drawsLine(attributes.get('style') ?? '')
  if (own !== null || struckClasses.size === 0) return own === true
  const classes = (attributes.get('class') ?? '').split(/\s+/u)
  return classes.some((name) => struckClasses.has(`.${name}`) || struckClasses.has(`${element}.${name}`))
}

/** Whether declarations draw a line through text, or take one away; `null` where they say nothing of it. */
function drawsLine(declarations: string): boolean | null {
  const found = [...declarations.matchAll(/(?:^|[;\s])text-decoration(?:-line)?\s*:([^;]*)/giu)].at(-1)
  return found ? /line-through/iu.test(found[1] ?? '') : null
}

/** A class by itself or on one kind of element; other selectors depend on more than the element. */
const SELECTOR = /^([a-z][a-z\d]*)?\.([\w\u0080-\uffff-]+)$/iu

/** Classes through whose text the page's own style sheets draw a line, as `.class` or `element.class`. */
export function struckClasses(html: string): ReadonlySet<string> {
  const struck = new Set<string>()
  for (const sheet of sheetsOf(html)) {
    const rules = sheet.split('*/').map((part) => part.split('/*', 1)[0])
    for (const rule of rules.join(' ').split('}')) {
      const [selectors = '', declarations = ''] = rule.split('{').slice(-2)
      const line = drawsLine(declarations)
      if (line === null) continue
      for (const selector of selectors.replace('<!--', '').split(',')) {
        const [, element = '', name] = SELECTOR.exec(selector.trim()) ?? []
        if (name === undefined) continue
        const key = `${element.toLowerCase()}.${name}`
        if (line) struck.add(key)
        else struck.delete(key)
      }
    }
  }
  return struck
}

/** What stands in a page's `style` elements. */
function sheetsOf(html: string): string[] {
  const sheets: string[] = []
  let from: number | null = null
  for (const { 0: tag, index } of html.matchAll(/<\/?style(?=[\s>])/giu)) {
    if (tag.startsWith('</')) {
      if (from !== null) sheets.push(html.slice(html.indexOf('>', from) + 1, index))
      from = null
    } else from ??= index
  }
  return sheets
}
