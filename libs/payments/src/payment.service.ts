import { Injectable, Logger } from '@nestjs/common'
import { Clock, newId, type Fen, type Id } from '@weibao/kernel'
import { refusal, UnitOfWork, type Reader, type Tx } from '@weibao/platform'
import { PaymentBooks } from './payment.books.js'
import type { Payment } from './payment.entity.js'
import { paymentLifecycle } from './payment.lifecycle.js'
import { PaymentRepository } from './payment.repository.js'
import { PaymentSubject } from './payment.subject.js'
import { RefundService } from './refund.service.js'
import { StripeGateway, type ProviderState } from './stripe.gateway.js'

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
  readonly description: string
  readonly locale: string
  /** Where the browser comes back to, below the public origin. */
  readonly returnPath: string
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
    private readonly books: PaymentBooks,
    private readonly gateway: StripeGateway,
    private readonly subject: PaymentSubject,
  ) {}

  /** Writes the intent to be paid, in the transaction that places the order. Opens nothing yet. */
  async begin(tx: Tx, payment: NewPayment): Promise<{ paymentId: Id; holdUntil: Date }> {
    const id = newId()
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
   * The address of the payment page, opened at the provider when it is not yet. Refuses with
   * `payment.not-open` when there is nothing left to pay, `payment.provider-unavailable` when the
   * provider does not answer; calling again is safe.
   */
  async openPage(paymentId: Id): Promise<string> {
    const payment = await this.payments.get(this.unitOfWork.reader, paymentId)
    if (!['created', 'pending'].includes(payment.state) || payment.expiresAt <= this.clock.now())
      throw refusal('payment.not-open')
    if (payment.pageUrl) return payment.pageUrl
    if (!this.canStillOpen(payment)) throw refusal('payment.not-open')
    const state = await this.gateway.openSession(payment)
    const opened = await this.unitOfWork.run((tx) => this.settle(tx, paymentId, state))
    if (!opened.pageUrl) throw refusal('payment.not-open')
    return opened.pageUrl
  }

  /**
   * Asks the provider how the payment stands and brings ours there. The one path by which a payment
   * is captured: webhook, browser's return and sweeper all end here, in any order, any number of times.
   */
  async converge(paymentId: Id): Promise<void> {
    let payment = await this.payments.get(this.unitOfWork.reader, paymentId)
    if (!payment.sessionId && payment.state === 'created' && payment.expiresAt > this.clock.now()) {
      // Opening again answers as it did the first time, so the state is read afterwards.
      await this.openPage(paymentId)
      payment = await this.payments.get(this.unitOfWork.reader, paymentId)
    }
    const isPastItsTime =
      payment.expiresAt <= this.clock.now() && ['created', 'pending'].includes(payment.state)
    const state = payment.sessionId
      ? isPastItsTime
        ? await this.gateway.expireSession(payment.sessionId)
        : await this.gateway.readSession(payment.sessionId)
      : null
    await this.unitOfWork.run(async (tx) => {
      if (state) await this.settle(tx, paymentId, state)
      else await this.lapse(tx, paymentId)
    })
    await this.refunds.convergeOf(paymentId)
  }

  /** The buyer gives up: ends the session; if the money came first, it stays captured. */
  async giveUp(paymentId: Id): Promise<void> {
    const payment = await this.payments.get(this.unitOfWork.reader, paymentId)
    if (!['created', 'pending'].includes(payment.state)) throw refusal('payment.not-open')
    const state = payment.sessionId ? await this.gateway.expireSession(payment.sessionId) : null
    await this.unitOfWork.run(async (tx) => {
      if (state) await this.settle(tx, paymentId, state)
      else await this.lapse(tx, paymentId)
    })
  }

  /** Brings forgotten payments to an end: no webhook, no return, a crash half-way. */
  async sweep(): Promise<void> {
    for (const id of await this.payments.findStale(this.unitOfWork.reader, 50))
      await this.converge(id).catch((error: unknown) =>
        this.log.warn({ err: error, paymentId: id }, 'sweep'),
      )
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
    if (state.isPaid && !payment.capturedAt) await this.capture(tx, payment, state)
    else if (state.isOver && !state.isPaid && paymentLifecycle.can(payment.state, 'expired'))
      await this.end(tx, payment)
    else if (payment.state === 'created')
      payment.state = paymentLifecycle.move(payment.state, 'pending')
    else if (state.isDisputed && paymentLifecycle.can(payment.state, 'disputed'))
      payment.state = paymentLifecycle.move(payment.state, 'disputed')
    await this.payments.save(tx, payment)
    return payment
  }

  private async capture(tx: Tx, payment: Payment, state: ProviderState): Promise<void> {
    if (state.amountFen !== payment.amountFen || state.currency !== 'cny') {
      this.log.error(
        { paymentId: payment.id, amountFen: state.amountFen, currency: state.currency },
        'amount differs; not captured',
      )
      return
    }
    payment.state = paymentLifecycle.move(payment.state, 'captured')
    payment.capturedAt = this.clock.now()
    await this.payments.save(tx, payment)
    await this.books.charge(tx, payment)
    const verdict = await this.subject.onCaptured(tx, {
      paymentId: payment.id,
      subjectId: payment.subjectId,
      amountFen: payment.amountFen,
    })
    if (verdict === 'refused')
      await this.refunds.request(tx, {
        paymentId: payment.id,
        reference: `late:${payment.id}`,
        amountFen: payment.amountFen,
        reason: 'late-money',
      })
  }

  /** Never opened at the provider, and past its time. */
  private async lapse(tx: Tx, paymentId: Id): Promise<void> {
    const payment = await this.payments.getForUpdate(tx, paymentId)
    if (!paymentLifecycle.can(payment.state, 'expired')) return
    await this.end(tx, payment)
    await this.payments.save(tx, payment)
  }

  private async end(tx: Tx, payment: Payment): Promise<void> {
    payment.state = paymentLifecycle.move(payment.state, 'expired')
    await this.subject.onLapsed(tx, payment.subjectId)
  }
}
