import { createHash } from 'node:crypto'
import type { FormTree, FormValue } from './form-decoding.js'
import type { IdempotentAnswer } from './records.js'
import { StripeRefusal } from './stripe.errors.js'
import type { Store } from './store.js'

export const MAX_KEY_LENGTH = 255
/** Stripe may forget a key after a day. */
export const ANSWER_LIFE_MS = 24 * 3_600_000

/** Keys of calls that are being worked on right now, and the answers of those that are done. */
export class Idempotency {
  private readonly inUse = new Set<string>()

  constructor(private readonly store: Store) {}

  /**
   * The answer this key already has, or null when the call is to be made; the key is then taken
   * until `release`. Throws when the key is misused or a twin is being answered.
   */
  claim(key: string, path: string, fingerprint: string): IdempotentAnswer | null {
    const answer = this.store.find('answer', key)
    if (answer !== undefined) {
      if (answer.path !== path)
        throw misuse(
          `Keys for idempotent requests can only be used for the same endpoint they were first used for ('${path}' vs '${answer.path}'). Try using a key other than '${key}' if you meant to execute a different request.`,
        )
      if (answer.fingerprint !== fingerprint)
        throw misuse(
          `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
        )
      return answer
    }
    if (this.inUse.has(key))
      throw new StripeRefusal(409, {
        type: 'idempotency_error',
        code: 'idempotency_key_in_use',
        message: `There is currently another in-progress request using this Idempotency Key (${key}). This probably means you submitted twice, and the other request is still going through.`,
      })
    this.inUse.add(key)
    return null
  }

  release(key: string): void {
    this.inUse.delete(key)
  }

  /** Forgets answers from before this time. Part of a unit of work. */
  forgetBefore(time: number): void {
    for (const answer of this.store.oldestFirst('answer')) {
      if (answer.createdAt >= time) return
      this.store.remove('answer', answer.id)
    }
  }
}

function misuse(message: string): StripeRefusal {
  return new StripeRefusal(400, { type: 'idempotency_error', message })
}

/** The same for the same parameters in any order. */
export function fingerprintOf(tree: FormTree): string {
  return createHash('sha256').update(canonical(tree)).digest('hex')
}

function canonical(value: FormValue): string {
  if (typeof value === 'string') return JSON.stringify(value)
  const parts = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key]!)}`)
  return `{${parts.join(',')}}`
}
