import type { ErrorKind } from '@weibao/kernel'

/**
 * A refusal: kind (it gives the HTTP status) and message in both languages. `{name}` is filled from
 * the details of the refusal. What happened, what to do.
 */
export interface ProblemText {
  readonly kind: ErrorKind
  /** HTTP status where the kind's own does not fit. */
  readonly status?: number
  readonly 'zh-CN': string
  readonly en: string
}
