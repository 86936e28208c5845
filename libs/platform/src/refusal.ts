import { problems, type ProblemCode } from '@weibao/contracts/problems'
import { DomainError, type FieldError } from '@weibao/kernel'

interface Extra {
  readonly fields?: readonly FieldError[]
  readonly retryAfterSeconds?: number
}

/**
 * A refusal by its code; kind and messages stand in `contracts/problems`. Throw what this returns.
 * `details` fill the message's placeholders and travel in the answer: nothing secret in them.
 */
export function refusal(
  code: ProblemCode,
  details: Readonly<Record<string, string | number | boolean | null>> = {},
  extra: Extra = {},
): DomainError {
  return new DomainError(
    problems[code].kind,
    code,
    details,
    extra.fields ?? [],
    extra.retryAfterSeconds,
  )
}

/** The refusal for what does not exist and for what is not the caller's: they look the same. */
export function notFound(): DomainError {
  return refusal('object.not-found')
}
