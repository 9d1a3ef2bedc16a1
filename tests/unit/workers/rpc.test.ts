import { afterEach, describe, expect, it } from 'vitest'
import type { Call, Connection, Handlers } from '@/workers/rpc'
import { connect, serve, Transferred, WorkerError } from '@/workers/rpc'

interface SumApi {
  add: Call<readonly number[], number, { readonly done: number }>
  fail: Call<string, never>
  wait: Call<null, 'stopped'>
  bytes: Call<number, ArrayBuffer>
}

const handlers: Handlers<SumApi> = {
  add: (numbers, { progress }) =>
    numbers.reduce((sum, number, index) => {
      progress({ done: index + 1 })
      return sum + number
    }, 0),
  fail: (text) => {
    throw new RangeError(text)
  },
  wait: (_, { signal }) =>
    new Promise((resolve) => {
      signal.addEventListener('abort', () => {
        resolve('stopped')
      })
    }),
  bytes: (length) => {
    const buffer = new ArrayBuffer(length)
    return new Transferred(buffer, [buffer])
  },
}

const opened: (() => void)[] = []
afterEach(() => {
  for (const close of opened.splice(0)) close()
})

function pair(): Connection<SumApi> {
  const { port1, port2 } = new MessageChannel()
  opened.push(() => {
    port1.close()
    port2.close()
  })
  serve(handlers, port1)
  return connect<SumApi>(port2)
}

describe('worker protocol over a real message channel', () => {
  it('answers calls that run at the same time, each with its own result and progress', async () => {
    const connection = pair()
    const seen: number[] = []
    const [first, second] = await Promise.all([
      connection.call('add', [1, 2, 3], { onProgress: ({ done }) => seen.push(done) }),
      connection.call('add', [10]),
    ])
    expect([first, second]).toEqual([6, 10])
    expect(seen).toEqual([1, 2, 3])
  })

  it('carries an error with its name and message, and goes on', async () => {
    const connection = pair()
    const error: unknown = await connection.call('fail', 'too far').catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(WorkerError)
    expect(error).toMatchObject({ name: 'RangeError', message: 'too far' })
    expect(await connection.call('add', [1])).toBe(1)
  })

  it('tells the handler of a cancel, before and after the call began', async () => {
    const connection = pair()
    const abort = new AbortController()
    const call = connection.call('wait', null, { signal: abort.signal })
    abort.abort()
    expect(await call).toBe('stopped')
    expect(await connection.call('wait', null, { signal: AbortSignal.abort() })).toBe('stopped')
  })

  it('hands over buffers', async () => {
    const buffer = await pair().call('bytes', 8)
    expect(buffer.byteLength).toBe(8)
  })

  it('refuses what cannot be posted, and calls after its close', async () => {
    const connection = pair()
    const bad = [(): void => undefined] as unknown as number[]
    await expect(connection.call('add', bad)).rejects.toMatchObject({ name: 'DataCloneError' })
    const open = connection.call('wait', null)
    connection.close()
    await expect(open).rejects.toMatchObject({ name: 'WorkerEnded' })
    await expect(connection.call('add', [1])).rejects.toMatchObject({ name: 'WorkerEnded' })
  })
})
