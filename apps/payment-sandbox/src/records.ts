import type Stripe from 'stripe'
import type { MethodType } from './currency.js'

/** What a Checkout Session knows and does not show: its lines and what its intent will carry. */
export interface SessionPlan {
  /** The session's id. */
  readonly id: string
  readonly lines: readonly Stripe.LineItem[]
  readonly intent: {
    readonly captureMethod: 'automatic' | 'automatic_async' | 'manual'
    readonly description: string | null
    readonly metadata: Stripe.Metadata
    readonly receiptEmail: string | null
    readonly statementDescriptor: string | null
    readonly statementDescriptorSuffix: string | null
    readonly transferGroup: string | null
  }
}

/** Which Checkout Session an intent was made for. */
export interface IntentSession {
  /** The intent's id. */
  readonly id: string
  readonly sessionId: string
}

/** Something that happens by itself at a time. */
export interface Task {
  /** `what:subject`, so that one subject has at most one of each. */
  readonly id: string
  readonly what: 'expire-session' | 'auto-pay' | 'settle-refund' | 'settle-wallet'
  readonly subject: string
  /** Milliseconds since 1970. */
  readonly at: number
  readonly outcome: 'succeed' | 'fail'
}

interface DeliveryAttempt {
  readonly at: number
  readonly status: number | null
  readonly milliseconds: number
  readonly error: string | null
}

/** One event on its way to one endpoint. */
export interface Delivery {
  readonly id: string
  readonly eventId: string
  readonly url: string
  readonly state: 'waiting' | 'delivered' | 'given-up'
  readonly createdAt: number
  /** Milliseconds since 1970 of the next attempt. */
  readonly dueAt: number
  readonly attempts: number
  /** The latest attempts, oldest first. */
  readonly log: readonly DeliveryAttempt[]
}

/** The answer an idempotency key stands for. */
export interface IdempotentAnswer {
  /** The key itself. */
  readonly id: string
  readonly path: string
  readonly fingerprint: string
  readonly requestId: string
  readonly status: number
  readonly body: string
  readonly createdAt: number
}

/** How somebody pays on a hosted page or by a test method. */
export type Instrument =
  | {
      readonly type: 'card'
      readonly card: TestCard
      readonly expMonth: number
      readonly expYear: number
      readonly name: string | null
    }
  | { readonly type: Exclude<MethodType, 'card'> }

export interface TestCard {
  readonly number: string
  readonly brand: 'visa' | 'mastercard' | 'amex' | 'unionpay'
  readonly token: string
  readonly behaviour:
    | 'succeeds'
    | 'declined'
    | 'insufficient-funds'
    | 'expired'
    | 'incorrect-cvc'
    | 'processing-error'
    | 'authenticates'
    | 'disputed'
    | 'refund-pending'
    | 'refund-fails'
}
