import { ApiError } from '@weibao/api-client/http'
import type { FormProblem } from '@weibao/ui'

/** What stands beside each field of a form, by the field's name. */
export type FieldErrors = Readonly<Record<string, string>>

/** What went wrong, in the reader's words. */
export function problemText(error: unknown): string {
  if (error instanceof ApiError) return error.detail
  return error instanceof Error ? error.message : String(error)
}

/** The refusal of an API call by field; `body.trackingNumber` becomes `trackingNumber`. */
export function fieldErrors(error: unknown): FieldErrors {
  if (!(error instanceof ApiError)) return {}
  const entries = error.fields.map(({ path, message }) => [path.replace(/^body\./, ''), message])
  return Object.fromEntries(entries) as Record<string, string>
}

/** For the summary above a form: every field's error, or the refusal as a whole. */
export function formProblems(
  errors: FieldErrors,
  error: unknown,
  idOf: (name: string) => string | null,
): FormProblem[] {
  const known = Object.entries(errors).map(([name, text]) => ({ fieldId: idOf(name), text }))
  if (known.length > 0) return known
  return error ? [{ fieldId: null, text: problemText(error) }] : []
}
