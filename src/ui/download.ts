/** Hands a file to the browser's downloads. `name` is a file name without folders. */
export function downloadFile(blob: Blob, name: string): void {
  const link = document.createElement('a')
  const url = URL.createObjectURL(blob)
  link.href = url
  link.download = name
  link.click()
  // The browser takes the address over within the same task or soon after; an hour would do no harm either.
  setTimeout(() => {
    URL.revokeObjectURL(url)
  }, 60_000)
}

/** A time as file names carry it: `20250210-0942`. */
export function fileStamp(now = new Date()): string {
  const two = (part: number): string => String(part).padStart(2, '0')
  const day = `${String(now.getFullYear())}${two(now.getMonth() + 1)}${two(now.getDate())}`
  return `${day}-${two(now.getHours())}${two(now.getMinutes())}`
}
