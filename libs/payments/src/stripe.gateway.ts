import { Injectable } from '@nestjs/common'
import { invariant } from '@weibao/kernel'
import { refusal } from '@weibao/platform'
import Stripe from 'stripe'
import type { Payment, Refund } from './payment.entity.js'
import { describedIn } from './payment.view.js'

/** What payments needs of the configuration. */
export abstract class PaymentsConfig {
  abstract readonly publicOrigin: string
  /** 32 bytes: seals the account numbers of payers. */
  abstract readonly dataEncryptionKey: Buffer
  abstract readonly stripe: {
    readonly secretKey: string
    readonly webhookSecret: string
    /** Null: Stripe itself; else the sandbox. */
    readonly apiBase: string | null
  }
}

/** How a payment stands at the provider. */
export interface ProviderState {
  readonly sessionId: string
  readonly pageUrl: string | null
  readonly intentId: string | null
  readonly isPaid: boolean
  readonly isOver: boolean
  readonly amountFen: number
  readonly currency: string
  readonly method: string | null
  readonly failureCode: string | null
  readonly isDisputed: boolean
}

export interface ProviderRefund {
  readonly providerRef: string
  readonly state: 'pending' | 'succeeded' | 'failed'
  readonly failureCode: string | null
}

/** Oldest and furthest future stamp of a webhook, in seconds. */
const TOLERANCE_SECONDS = 300
const EXPAND = ['payment_intent', 'payment_intent.latest_charge']

/** The only code that talks to Stripe. Never called inside a transaction. */
@Injectable()
export class StripeGateway {
  private readonly stripe: Stripe

  constructor(private readonly config: PaymentsConfig) {
    this.stripe = new Stripe(config.stripe.secretKey, {
      telemetry: false,
      timeout: 10_000,
      maxNetworkRetries: 2,
      ...baseOf(config.stripe.apiBase),
    })
  }

  /** Opens the hosted page of a payment. The payment's id is the idempotency key. */
  async openSession(payment: Payment): Promise<ProviderState> {
    const description = describedIn(payment)
    const back = `${this.config.publicOrigin}${payment.returnPath}`
    const session = await this.call(() =>
      this.stripe.checkout.sessions.create(
        {
          mode: 'payment',
          client_reference_id: payment.id,
          allowed_payment_method_types: ['card', 'alipay', 'wechat_pay'],
          payment_method_options: { wechat_pay: { client: 'web' } },
          line_items: [
            {
              quantity: 1,
              price_data: {
                currency: 'cny',
                unit_amount: payment.amountFen,
                product_data: { name: payment.locale === 'en' ? description.en : description.zh },
              },
            },
          ],
          payment_intent_data: { metadata: { payment_id: payment.id } },
          metadata: { payment_id: payment.id },
          expires_at: Math.floor(payment.expiresAt.getTime() / 1000),
          success_url: `${back}?paid={CHECKOUT_SESSION_ID}`,
          cancel_url: `${back}?cancelled=1`,
          locale: payment.locale === 'en' ? 'en' : 'zh',
          expand: EXPAND,
        },
        { idempotencyKey: payment.id },
      ),
    )
    return toState(session)
  }

  /**
   * Opens again what may have been opened already: the same answer as then. Null when it never was
   * and the payment's time is too short by now.
   */
  async reopenSession(payment: Payment): Promise<ProviderState | null> {
    try {
      return await this.openSession(payment)
    } catch (error) {
      if (error instanceof Stripe.errors.StripeInvalidRequestError) return null
      throw error
    }
  }

  /** How a session stands now. */
  async readSession(sessionId: string): Promise<ProviderState> {
    return toState(
      await this.call(() => this.stripe.checkout.sessions.retrieve(sessionId, { expand: EXPAND })),
    )
  }

  /** Ends a session so that it can no longer be paid; its state afterwards, paid if it came too late. */
  async expireSession(sessionId: string): Promise<ProviderState> {
    try {
      return toState(
        await this.call(() => this.stripe.checkout.sessions.expire(sessionId, { expand: EXPAND })),
      )
    } catch (error) {
      if (error instanceof Stripe.errors.StripeInvalidRequestError)
        return this.readSession(sessionId)
      throw error
    }
  }

  /** Gives money back. The refund's id and attempt are the idempotency key. */
  async refund(refund: Refund, intentId: string): Promise<ProviderRefund> {
    const made = await this.call(() =>
      this.stripe.refunds.create(
        { payment_intent: intentId, amount: refund.amountFen, metadata: { refund_id: refund.id } },
        { idempotencyKey: `${refund.id}-${refund.attempts}` },
      ),
    )
    return toRefund(made)
  }

  async readRefund(providerRef: string): Promise<ProviderRefund> {
    return toRefund(await this.call(() => this.stripe.refunds.retrieve(providerRef)))
  }

  /**
   * The event of a webhook's raw body. Refuses with `payment.signature-invalid` when it is not
   * signed with our secret, or its stamp is more than five minutes off, in either direction.
   */
  readEvent(rawBody: string, signature: string | undefined): Stripe.Event {
    const stamp = Number(/(?:^|,)t=(\d+)/.exec(signature ?? '')?.[1])
    if (!signature || !(Math.abs(Date.now() / 1000 - stamp) <= TOLERANCE_SECONDS))
      throw refusal('payment.signature-invalid')
    try {
      return this.stripe.webhooks.constructEvent(
        rawBody,
        signature,
        this.config.stripe.webhookSecret,
        TOLERANCE_SECONDS,
      )
    } catch {
      throw refusal('payment.signature-invalid')
    }
  }

  private async call<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      const isPassing =
        error instanceof Stripe.errors.StripeConnectionError ||
        error instanceof Stripe.errors.StripeAPIError ||
        error instanceof Stripe.errors.StripeRateLimitError ||
        error instanceof Stripe.errors.StripeIdempotencyError
      if (isPassing) throw refusal('payment.provider-unavailable', {}, { retryAfterSeconds: 5 })
      throw error
    }
  }
}

function baseOf(apiBase: string | null): Stripe.StripeConfig {
  if (!apiBase) return {}
  const url = new URL(apiBase)
  return {
    host: url.hostname,
    port: Number(url.port || 80),
    protocol: url.protocol === 'https:' ? 'https' : 'http',
  }
}

function toState(session: Stripe.Checkout.Session): ProviderState {
  const intent = session.payment_intent
  invariant(intent === null || typeof intent === 'object', 'payment_intent was not expanded')
  const charge = intent && typeof intent.latest_charge === 'object' ? intent.latest_charge : null
  return {
    sessionId: session.id,
    pageUrl: session.url,
    intentId: intent?.id ?? null,
    isPaid: session.payment_status === 'paid',
    // A wallet's money may come some time after its page was left: that is not over yet.
    isOver:
      session.status === 'expired' ||
      (session.status === 'complete' && intent?.status !== 'processing'),
    amountFen: session.amount_total ?? 0,
    currency: session.currency ?? '',
    method: charge?.payment_method_details?.type ?? null,
    failureCode:
      intent?.last_payment_error?.decline_code ?? intent?.last_payment_error?.code ?? null,
    isDisputed: charge?.disputed ?? false,
  }
}

function toRefund(refund: Stripe.Refund): ProviderRefund {
  const state =
    refund.status === 'succeeded'
      ? 'succeeded'
      : refund.status === 'failed' || refund.status === 'canceled'
        ? 'failed'
        : 'pending'
  return { providerRef: refund.id, state, failureCode: refund.failure_reason ?? null }
}
