import { Injectable, Logger } from '@nestjs/common'
import type { Bilingual } from '@weibao/contracts/basics'
import type { PaymentWay } from '@weibao/contracts/payment'
import { Clock, newId, type Fen, type Id } from '@weibao/kernel'
import { refusal, UnitOfWork, type Reader, type Tx } from '@weibao/platform'
import { PaymentCompletion } from './payment-completion.js'
import type { Payment } from './payment.entity.js'
import { paymentLifecycle } from './payment.lifecycle.js'
import { PaymentRepository } from './payment.repository.js'
import { RefundService } from './refund.service.js'
import { StripeGateway, type ProviderState } from './stripe.gateway.js'
import { TransferPayments } from './transfer-payments.js'

/**
 * Stripe wants a session to live half an hour at least from when it is opened. The payment lives three
 * minutes longer, within which a page whose opening failed can be opened again; the goods are held
 * five minutes beyond that (`holdUntil`).
 */
const STRIPE_MINIMUM_MILLIS = 30 * 60_000 + 15_000
const PAYMENT_MILLIS = 33 * 60_000
const HOLD_BEYOND_MILLIS = 5 * 60_000

export interface NewPayment {
  readonly subjectId: Id
  readonly amountFen: Fen
  readonly description: Bilingual
  readonly locale: string
  /** Where the browser comes back to, below the public origin. */
  readonly returnPath: string
  /** Online when absent: the provider's page, open for half an hour. */
  readonly way?: PaymentWay
}

/** Money from a buyer: opened, watched, captured once, by one path for webhook, return and sweeper. */
@Injectable()
export class PaymentService {
  private readonly log = new Logger('payments')

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly payments: PaymentRepository,
    private readonly refunds: RefundService,
    private readonly completion: PaymentCompletion,
    private readonly transfers: TransferPayments,
    private readonly gateway: StripeGateway,
  ) {}

  /** Writes the intent to be paid, in the transaction that places the order. Opens nothing yet. */
  async begin(
    tx: Tx,
    { way = 'online', description, ...rest }: NewPayment,
  ): Promise<{ paymentId: Id; holdUntil: Date }> {
    const id = newId()
    const payment = { ...rest, description: description.zh, descriptionEn: description.en }
    if (way === 'bank-transfer') {
      const terms = await this.transfers.terms(tx)
      await this.payments.insert(tx, { id, ...payment, way, state: 'created', ...terms })
      return { paymentId: id, holdUntil: new Date(terms.graceUntil.getTime() + HOLD_BEYOND_MILLIS) }
    }
    const expiresAt = new Date(this.clock.now().getTime() + PAYMENT_MILLIS)
    await this.payments.insert(tx, { id, ...payment, state: 'created', expiresAt })
    return { paymentId: id, holdUntil: new Date(expiresAt.getTime() + HOLD_BEYOND_MILLIS) }
  }

  /** The payment that counts for a subject. */
  findOf(reader: Reader, subjectId: Id): Promise<Payment | null> {
    return this.payments.findBySubject(reader, subjectId)
  }

  findOfAll(reader: Reader, subjectIds: readonly Id[]): Promise<Payment[]> {
    return this.payments.findBySubjects(reader, subjectIds)
  }

  /**
   * The address of the page of a payment just read, opened at the provider when it is not yet. Refuses with
   * `payment.not-open` when there is nothing left to pay, `payment.provider-unavailable` when the
   * provider does not answer, `payment.by-transfer` when there is no page; calling again is safe.
   */
  async openPage(payment: Payment): Promise<string> {
    if (payment.way === 'bank-transfer') throw refusal('payment.by-transfer')
    if (!isOpen(payment) || payment.expiresAt <= this.clock.now()) throw refusal('payment.not-open')
    if (payment.pageUrl) return payment.pageUrl
    if (!this.canStillOpen(payment)) throw refusal('payment.not-open')
    const state = await this.gateway.openSession(payment)
    const opened = await this.unitOfWork.run((tx) => this.settle(tx, payment.id, state))
    if (!isOpen(opened)) {
      // Given up while the page was being opened: nobody may pay on it.
      await this.gateway.expireSession(state.sessionId)
      throw refusal('payment.not-open')
    }
    if (!opened.pageUrl) throw refusal('payment.not-open')
    return opened.pageUrl
  }

  /**
   * Asks the provider how the payment stands and brings ours there. The one path by which a payment
   * is captured: webhook, browser's return and sweeper all end here, in any order, any number of times.
   */
  async converge(paymentId: Id): Promise<void> {
    const payment = await this.payments.get(this.unitOfWork.reader, paymentId)
    if (payment.way === 'bank-transfer') return this.transfers.lapseIfDue(paymentId)
    // One that ended here without a page may have got one whose answer was lost: that ends as well.
    const mustEnd = isOpen(payment) ? payment.expiresAt <= this.clock.now() : !payment.sessionId
    await this.follow(payment, mustEnd)
    await this.refunds.convergeOf(paymentId)
  }

  /** The buyer gives up: ends the session; if the money came first, it stays captured. */
  async giveUp(paymentId: Id): Promise<void> {
    const payment = await this.payments.get(this.unitOfWork.reader, paymentId)
    if (!isOpen(payment)) throw refusal('payment.not-open')
    if (payment.way === 'bank-transfer') return this.transfers.giveUp(paymentId)
    await this.follow(payment, true)
  }

  /** Brings forgotten payments to an end: no webhook, no return, a crash half-way. */
  async sweep(): Promise<void> {
    const { reader } = this.unitOfWork
    for (const id of await this.payments.findStale(reader, 50))
      await this.converge(id).catch(async (error: unknown) => {
        this.log.warn({ err: error, paymentId: id }, 'sweep')
        await this.payments.markChecked(reader, id)
      })
  }

  /** Reads the session, ends it first where it shall end, and settles our payment by it. */
  private async follow(payment: Payment, mustEnd: boolean): Promise<void> {
    const sessionId = payment.sessionId ?? (await this.findLostSession(payment))
    const state = sessionId
      ? await (mustEnd
          ? this.gateway.expireSession(sessionId)
          : this.gateway.readSession(sessionId))
      : null
    await this.unitOfWork.run(async (tx) => {
      if (state) await this.settle(tx, payment.id, state)
      else if (mustEnd) await this.lapse(tx, payment.id)
    })
  }

  /**
   * The session of a payment that knows of none: it may have been opened and the answer lost. The
   * provider answers the same key as it did then; null when it has never opened one and no longer will.
   */
  private async findLostSession(payment: Payment): Promise<string | null> {
    const state = await this.gateway.reopenSession(payment)
    return state?.sessionId ?? null
  }

  /** Whether the provider would still open a session that ends with this payment. */
  private canStillOpen({ expiresAt }: Payment): boolean {
    return expiresAt.getTime() - this.clock.now().getTime() > STRIPE_MINIMUM_MILLIS
  }

  private async settle(tx: Tx, paymentId: Id, state: ProviderState): Promise<Payment> {
    const payment = await this.payments.getForUpdate(tx, paymentId)
    payment.sessionId ??= state.sessionId
    payment.intentId ??= state.intentId
    payment.pageUrl = state.pageUrl ?? payment.pageUrl
    payment.method = state.method ?? payment.method
    payment.failureCode = state.isPaid ? null : (state.failureCode ?? payment.failureCode)
    payment.checkedAt = this.clock.now()
    if (state.isPaid && !payment.capturedAt) {
      if (await this.capture(tx, payment, state)) return payment
    } else if (state.isOver && !state.isPaid && paymentLifecycle.can(payment.state, 'expired'))
      await this.completion.lapse(tx, payment)
    else if (payment.state === 'created')
      payment.state = paymentLifecycle.move(payment.state, 'pending')
    else if (state.isDisputed && paymentLifecycle.can(payment.state, 'disputed'))
      payment.state = paymentLifecycle.move(payment.state, 'disputed')
    await this.payments.save(tx, payment)
    return payment
  }

  /** The money as the provider has it. False when it is not as asked. */
  private async capture(tx: Tx, payment: Payment, state: ProviderState): Promise<boolean> {
    if (state.amountFen !== payment.amountFen || state.currency !== 'cny') {
      this.log.error(
        { paymentId: payment.id, amountFen: state.amountFen, currency: state.currency },
        'amount differs; not captured',
      )
      return false
    }
    await this.completion.capture(tx, payment)
    return true
  }

  /** Never opened at the provider, and past its time. */
  private async lapse(tx: Tx, paymentId: Id): Promise<void> {
    await this.completion.lapse(tx, await this.payments.getForUpdate(tx, paymentId))
  }
}

/** Whether the buyer may still pay, as far as we know. */
function isOpen({ state }: Payment): boolean {
  return state === 'created' || state === 'pending'
}
