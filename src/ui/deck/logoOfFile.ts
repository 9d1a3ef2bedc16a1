import type { DeckTemplate } from '@/analysis/kept'
import { KEPT_LIMITS } from '@/analysis/keptLimits'
import { readLogo } from '@/analysis/readLogo'

type Logo = NonNullable<DeckTemplate['logo']>

/** A logo from a file that a person chose; `null` for what is no picture, or too large. The type is that of the bytes, not of the name. */
export async function logoOfFile(file: File): Promise<Logo | null> {
  if (file.size > KEPT_LIMITS.logo) return null
  try {
    const [bitmap, bytes] = await Promise.all([createImageBitmap(file), file.arrayBuffer()])
    const { width, height } = bitmap
    bitmap.close()
    const base64 = base64Of(new Uint8Array(bytes))
    return (
      readLogo({ type: 'image/png', base64, width, height }) ?? readLogo({ type: 'image/jpeg', base64, width, height })
    )
  } catch {
    return null
  }
}

function base64Of(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}
