/** What kind of refusal it is; gives the HTTP status (see platform/problem.filter.ts). */
export type ErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'too-many'
  | 'unavailable'

/** One thing that is wrong with the input: where (dotted path) and why (a code of `contracts`). */
export interface FieldError {
  readonly path: string
  readonly code: string
  readonly params?: Readonly<Record<string, string | number>>
}

/**
 * A refusal the caller can act on. `code` is public and permanent; its messages live in
 * `contracts/problems.ts`. Thrown inside a transaction it is also the rollback.
 */
export class DomainError extends Error {
  override readonly name = 'DomainError'

  constructor(
    readonly kind: ErrorKind,
    readonly code: string,
    /** Fills the placeholders of the message and travels in the answer: no secrets, no internals. */
    readonly details: Readonly<Record<string, unknown>> = {},
    readonly fields: readonly FieldError[] = [],
    readonly retryAfterSeconds?: number,
  ) {
    super(code)
  }
}
