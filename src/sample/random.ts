/** A stream of pseudo-random numbers that depends on its seed alone: the same seed gives the same documents everywhere. */
export interface Random {
  /** A number in [0, 1). */
  next(): number
  /** A whole number from `min` to `max`, both possible. */
  int(min: number, max: number): number
  /** True with probability `p`. */
  chance(p: number): boolean
  /** One of the items; throws on an empty list, which is a mistake of the program. */
  pick<T>(items: readonly T[]): T
  /** How many of `n` independent trials of probability `p` succeed. */
  binomial(n: number, p: number): number
  /** A count with the given mean. */
  poisson(mean: number): number
  /** Spreads `n` over the weights: one count a weight, together `n`. */
  multinomial(n: number, weights: readonly number[]): number[]
  /** Another stream with a seed of its own, so that what one part draws never moves the other parts. */
  fork(name: string): Random
}

/** Above this, counts are drawn from the normal approximation. */
const MANY = 256

/** Opens the stream of a seed (sfc32 over a hash of the string). */
export function random(seed: string): Random {
  const step = sfc32(hash(seed))
  const next = (): number => step() / 4294967296
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  const int = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1))
  const chance = (p: number): boolean => next() < p

  const binomial = (n: number, p: number): number => {
    const q = Math.min(1, Math.max(0, p))
    if (n > MANY) {
      const drawn = Math.round(n * q + normal() * Math.sqrt(n * q * (1 - q)))
      return Math.min(n, Math.max(0, drawn))
    }
    let hits = 0
    for (let trial = 0; trial < n; trial++) if (chance(q)) hits++
    return hits
  }

  const poisson = (mean: number): number => {
    if (mean > MANY) return Math.max(0, Math.round(mean + normal() * Math.sqrt(mean)))
    const limit = Math.exp(-mean)
    let count = 0
    for (let product = next(); product > limit; product *= next()) count++
    return count
  }

  const multinomial = (n: number, weights: readonly number[]): number[] => {
    let left = n
    let rest = weights.reduce((sum, weight) => sum + weight, 0)
    return weights.map((weight) => {
      const drawn = weight >= rest ? left : binomial(left, weight / rest)
      left -= drawn
      rest -= weight
      return drawn
    })
  }

  const pick = <T>(items: readonly T[]): T => {
    if (items.length === 0) throw new RangeError('nothing to pick from')
    return items[int(0, items.length - 1)] as T
  }

  return { next, int, chance, pick, binomial, poisson, multinomial, fork: (name) => random(`${seed}/${name}`) }
}

/** Four 32-bit words from a string: FNV-1a with four bases, mixed at the end. */
function hash(text: string): [number, number, number, number] {
  const bases = [0x811c9dc5, 0x9747b28c, 0x85ebca6b, 0xc2b2ae35]
  const words = bases.map((base) => {
    let word = base
    for (let index = 0; index < text.length; index++) word = Math.imul(word ^ text.charCodeAt(index), 0x01000193)
    word = Math.imul(word ^ (word >>> 16), 0x85ebca6b)
    word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35)
    return (word ^ (word >>> 16)) >>> 0
  })
  return words as [number, number, number, number]
}

function sfc32([first, second, third, fourth]: [number, number, number, number]): () => number {
  let a = first
  let b = second
  let c = third
  let counter = fourth
  const step = (): number => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    c |= 0
    return sum >>> 0
  }
  for (let warmUp = 0; warmUp < 12; warmUp++) step()
  return step
}
