import { Injectable } from '@nestjs/common'
import { Clock, localDay, type Id } from '@weibao/kernel'
import { refusal, UnitOfWork, type Tx } from '@weibao/platform'
import { Settings } from '@weibao/settings'
import { PaymentCompletion } from './payment-completion.js'
import type { Payment, TransferAccount } from './payment.entity.js'
import { paymentLifecycle } from './payment.lifecycle.js'
import { PaymentRepository } from './payment.repository.js'

const DAY_MILLIS = 86_400_000

interface TransferTerms {
  readonly transferReference: string
  readonly transferAccount: TransferAccount
  readonly expiresAt: Date
  readonly graceUntil: Date
}

/** Payments that wait for a bank transfer: no provider is asked, days instead of minutes. */
@Injectable()
export class TransferPayments {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly payments: PaymentRepository,
    private readonly completion: PaymentCompletion,
  ) {}

  /** Where and until when a payment that begins now is to be paid, by the settings of the day. */
  async terms(tx: Tx): Promise<TransferTerms> {
    const now = this.clock.now()
    const day = localDay(now)
    const transferAccount = await this.settings.get(tx, 'transfer.account', day)
    const payDays = await this.settings.get(tx, 'transfer.pay-days', day)
    const confirmDays = await this.settings.get(tx, 'transfer.confirm-days', day)
    const expiresAt = new Date(now.getTime() + payDays * DAY_MILLIS)
    return {
      transferReference: await this.payments.nextTransferReference(tx),
      transferAccount,
      expiresAt,
      graceUntil: new Date(expiresAt.getTime() + confirmDays * DAY_MILLIS),
    }
  }

  /** The buyer will not pay. Refused once money of theirs has been seen. */
  async giveUp(paymentId: Id): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const payment = await this.payments.getForUpdate(tx, paymentId)
      if (!paymentLifecycle.can(payment.state, 'expired')) throw refusal('payment.not-open')
      if (payment.transferSeenFen + payment.transferCoveredFen > 0)
        throw refusal('payment.transfer-seen')
      await this.completion.lapse(tx, payment)
    })
  }

  async lapseIfDue(paymentId: Id): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const payment = await this.payments.getForUpdate(tx, paymentId)
      if (isOverdue(payment, this.clock.now())) await this.completion.lapse(tx, payment)
    })
  }

  async sweep(): Promise<void> {
    const { reader } = this.unitOfWork
    for (const id of await this.payments.findOverdueTransfers(reader, this.clock.now(), 200))
      await this.lapseIfDue(id)
  }
}

/** What was recorded in time waits a little longer for its second person. */
function isOverdue({ expiresAt, graceUntil, transferSeenFen }: Payment, now: Date): boolean {
  return expiresAt <= now && (transferSeenFen === 0 || (graceUntil !== null && graceUntil <= now))
}
