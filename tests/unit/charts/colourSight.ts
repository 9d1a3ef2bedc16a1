type Triple = readonly [number, number, number]
const triple = (make: (at: 0 | 1 | 2) => number): Triple => [make(0), make(1), make(2)]

/** `#rrggbb` as written, 0 to 1. */
const parts = (hex: string): Triple => triple((at) => parseInt(hex.slice(1 + 2 * at, 3 + 2 * at), 16) / 255)

/** sRGB as linear light. */
const linear = (written: Triple): Triple =>
  triple((at) => {
    const part = Math.min(1, Math.max(0, written[at]))
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })

const times = (matrix: readonly Triple[], [a, b, c]: Triple): Triple =>
  triple((at) => {
    const row = matrix[at] ?? [0, 0, 0]
    return row[0] * a + row[1] * b + row[2] * c
  })

/** Contrast of two colours, WCAG 2. */
export function contrast(one: string, other: string): number {
  const light = (hex: string): number => {
    const [r, g, b] = linear(parts(hex))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b)
  return ((bright ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

/** How colours look without one kind of cone (Machado, Oliveira and Fernandes 2009, severity 1). */
export const SIGHTS: Readonly<Record<'normal' | 'deuteranopia' | 'protanopia' | 'tritanopia', readonly Triple[]>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

const TO_XYZ: readonly Triple[] = [
  [0.4124564, 0.3575761, 0.1804375],
  [0.2126729, 0.7151522, 0.072175],
  [0.0193339, 0.119192, 0.9503041],
]
const WHITE: Triple = [0.95047, 1, 1.08883]

function lab(hex: string, sight: readonly Triple[]): Triple {
  const xyz = times(TO_XYZ, linear(times(sight, parts(hex))))
  const [x, y, z] = triple((at) => {
    const part = xyz[at] / WHITE[at]
    return part > 216 / 24389 ? Math.cbrt(part) : (part * 24389) / 27 / 116 + 16 / 116
  })
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

/** CIEDE2000 between two colours as one kind of sight has them. */
export function distance(one: string, other: string, sight: readonly Triple[]): number {
  const [l1, a1, b1] = lab(one, sight)
  const [l2, a2, b2] = lab(other, sight)
  const mean = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2
  const g = 0.5 * (1 - Math.sqrt(mean ** 7 / (mean ** 7 + 25 ** 7)))
  const [p1, p2] = [a1 * (1 + g), a2 * (1 + g)]
  const [c1, c2] = [Math.hypot(p1, b1), Math.hypot(p2, b2)]
  const hue = (a: number, b: number): number =>
    a === 0 && b === 0 ? 0 : (Math.atan2(b, a) * 180) / Math.PI + (b < 0 ? 360 : 0)
  const [h1, h2] = [hue(p1, b1), hue(p2, b2)]
  const gap = c1 * c2 === 0 ? 0 : Math.abs(h2 - h1) <= 180 ? h2 - h1 : h2 - h1 + (h2 > h1 ? -360 : 360)
  const dl = l2 - l1
  const dc = c2 - c1
  const dh = 2 * Math.sqrt(c1 * c2) * Math.sin((gap * Math.PI) / 360)
  const lMean = (l1 + l2) / 2
  const cMean = (c1 + c2) / 2
  const hMean =
    c1 * c2 === 0 ? h1 + h2 : Math.abs(h1 - h2) <= 180 ? (h1 + h2) / 2 : (h1 + h2 + (h1 + h2 < 360 ? 360 : -360)) / 2
  const cos = (degrees: number): number => Math.cos((degrees * Math.PI) / 180)
  const t = 1 - 0.17 * cos(hMean - 30) + 0.24 * cos(2 * hMean) + 0.32 * cos(3 * hMean + 6) - 0.2 * cos(4 * hMean - 63)
  const sl = 1 + (0.015 * (lMean - 50) ** 2) / Math.sqrt(20 + (lMean - 50) ** 2)
  const sc = 1 + 0.045 * cMean
  const sh = 1 + 0.015 * cMean * t
  const turn = 30 * Math.exp(-(((hMean - 275) / 25) ** 2))
  const rt = -2 * Math.sqrt(cMean ** 7 / (cMean ** 7 + 25 ** 7)) * Math.sin((2 * turn * Math.PI) / 180)
  return Math.sqrt((dl / sl) ** 2 + (dc / sc) ** 2 + (dh / sh) ** 2 + rt * (dc / sc) * (dh / sh))
}
