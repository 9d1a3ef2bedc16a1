/** What a value from a file must be: where it is not, as a path into it (`groups.3.reports`, `''` for the value itself); `null` where all is as it must be. */
export type Shape = (value: unknown) => string | null

const where = (isRight: boolean): string | null => (isRight ? null : '')
const below = (name: string | number, path: string): string => (path === '' ? String(name) : `${String(name)}.${path}`)

export const text =
  (longest: number): Shape =>
  (value) =>
    where(typeof value === 'string' && value.length <= longest)

/** A number that is one, within bounds. */
export const number =
  (least: number, most: number): Shape =>
  (value) =>
    where(typeof value === 'number' && value >= least && value <= most)

export const whole =
  (least: number, most: number): Shape =>
  (value) =>
    where(Number.isInteger(value) && number(least, most)(value) === null)

export const flag: Shape = (value) => where(typeof value === 'boolean')

export const oneOf =
  (all: readonly unknown[]): Shape =>
  (value) =>
    where(all.includes(value))

export const orNull =
  (shape: Shape): Shape =>
  (value) =>
    value === null ? null : shape(value)

export const list =
  (most: number, entry: Shape): Shape =>
  (value) => {
    if (!Array.isArray(value) || value.length > most) return ''
    for (let at = 0; at < value.length; at++) {
      const path = entry((value as unknown[])[at])
      if (path !== null) return below(at, path)
    }
    return null
  }

/** An object with at least these properties, and of the others no more than may be there. */
export function record(needed: Readonly<Record<string, Shape>>, optional: Readonly<Record<string, Shape>> = {}): Shape {
  const shapes = [
    ...Object.entries(needed).map(([name, shape]) => ({ name, shape, isNeeded: true })),
    ...Object.entries(optional).map(([name, shape]) => ({ name, shape, isNeeded: false })),
  ]
  return (value) => {
    if (!isObject(value)) return ''
    for (const { name, shape, isNeeded } of shapes) {
      const own = Object.hasOwn(value, name) ? value[name] : undefined
      if (own === undefined && !isNeeded) continue
      const path = shape(own)
      if (path !== null) return below(name, path)
    }
    return null
  }
}

/** Several things that hold of one value, told by the first that does not. */
export const all =
  (...shapes: readonly Shape[]): Shape =>
  (value) => {
    for (const shape of shapes) {
      const path = shape(value)
      if (path !== null) return path
    }
    return null
  }

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
