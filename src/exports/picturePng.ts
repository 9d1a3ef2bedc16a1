import type { Picture } from './picture'

/** Paints a picture at `ratio` pixels for each of its own. Rejects where the browser cannot, with the reason. */
export async function pngOf({ svg, width, height }: Picture, ratio: number): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    await new Promise<void>((resolve, reject) => {
      image.onload = () => {
        resolve()
      }
      image.onerror = () => {
        reject(new Error('the browser cannot draw the picture'))
      }
      image.src = url
    })
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(width * ratio)
    canvas.height = Math.round(height * ratio)
    const pen = canvas.getContext('2d')
    if (!pen) throw new Error('no canvas')
    pen.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => {
        if (blob) resolve(blob)
        else reject(new Error('the canvas gave no picture'))
      }, 'image/png')
    })
  } finally {
    URL.revokeObjectURL(url)
  }
}

/** The same as bytes. */
export async function pngBytesOf(picture: Picture, ratio: number): Promise<Uint8Array> {
  return new Uint8Array(await (await pngOf(picture, ratio)).arrayBuffer())
}
