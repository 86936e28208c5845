import { ApiError } from '@weibao/api-client/http'

/** What went wrong, in the visitor's language. */
export function errorText(error: unknown): string {
  if (error instanceof ApiError) return error.detail
  return error instanceof Error ? error.message : String(error)
}

/** What the server says of one field of a form; `name` is the last part of its path. */
export function fieldError(error: unknown, name: string): string | undefined {
  if (!(error instanceof ApiError)) return undefined
  return error.fields.find(({ path }) => path === name || path.endsWith(`.${name}`))?.message
}
