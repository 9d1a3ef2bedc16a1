import type { FileError, FileErrorCode, Result } from '../report/report'

/** Reader's verdict that a file gives no document; the file's name is added where it is known. */
export interface Failure {
  readonly code: FileErrorCode
  readonly reason: string
  readonly params: Readonly<Record<string, string | number>>
}

export type Read<T> = Result<T, Failure>

export function fail(
  code: FileErrorCode,
  reason: string,
  params: Readonly<Record<string, string | number>> = {},
): { readonly ok: false; readonly error: Failure } {
  return { ok: false, error: { code, reason, params } }
}

export function done<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value }
}

export function failureOf(file: string, failure: Failure): FileError {
  return { file, code: failure.code, reason: failure.reason, params: failure.params }
}
