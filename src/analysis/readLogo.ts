import type { DeckTemplate } from './kept'
import { KEPT_LIMITS } from './keptLimits'
import { readRecord } from './readText'

type Logo = NonNullable<DeckTemplate['logo']>

/** How the bytes of each begin, in base64. */
const BEGINNINGS: Readonly<Record<Logo['type'], string>> = { 'image/png': 'iVBORw0KGgo', 'image/jpeg': '/9j/' }

/** A logo whose bytes are of the type that it says, no larger than allowed; `null` for any other. */
export function readLogo(value: unknown): Logo | null {
  const { type, base64, width, height } = readRecord(value)
  if ((type !== 'image/png' && type !== 'image/jpeg') || typeof base64 !== 'string') return null
  if (!isSide(width) || !isSide(height)) return null
  const fits = bytesOf(base64) <= KEPT_LIMITS.logo && base64.startsWith(BEGINNINGS[type])
  return fits && isBase64(base64) ? { type, base64, width, height } : null
}

function bytesOf(base64: string): number {
  const padding = base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0
  return (base64.length / 4) * 3 - padding
}

function isBase64(text: string): boolean {
  return text.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/u.test(text)
}

function isSide(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= KEPT_LIMITS.side
}
