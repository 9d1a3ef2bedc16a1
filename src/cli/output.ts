import { once } from 'node:events'
import { EXIT } from './usage'

/** Writes a line to standard error, without the control characters that names of files may carry. */
export function say(text: string): void {
  process.stderr.write(`${text.replace(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/gu, '\uFFFD')}\n`)
}

/** Writes one line to standard output, and waits where the reader is slower than the writer. */
export async function writeLine(value: unknown): Promise<void> {
  if (!process.stdout.write(`${JSON.stringify(value)}\n`)) await once(process.stdout, 'drain')
}

/** Ends the program quietly where the reader of standard output goes away (`gouji parse … | head`); not everything was read then. */
export function stopWhenNobodyListens(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
      process.exit(EXIT.found)
    })
}

/** How far a long call has come: on a terminal one line that changes, elsewhere nothing. */
export class Progress {
  private last = 0

  /** Says which file is being read, at most ten times a second. */
  at(count: number, file: string): void {
    const now = Date.now()
    if (!process.stderr.isTTY || now - this.last < 100) return
    this.last = now
    const name = file.replace(/[\u0000-\u001F\u007F-\u009F]/gu, '\uFFFD').slice(-60)
    process.stderr.write(`\r\u001B[K${count} ${name}`)
  }

  end(): void {
    if (process.stderr.isTTY && this.last > 0) process.stderr.write('\r\u001B[K')
  }
}
