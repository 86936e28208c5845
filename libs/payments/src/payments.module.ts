import { Module, type OnModuleInit } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import type { Id } from '@weibao/kernel'
import { DocumentsModule, SheetImports } from '@weibao/documents'
import { IdentityModule } from '@weibao/identity'
import { LedgerModule } from '@weibao/ledger'
import { Jobs, Outbox, UnitOfWork } from '@weibao/platform'
import { SettingsModule } from '@weibao/settings'
import { PaymentBooks } from './payment.books.js'
import { PaymentCompletion } from './payment-completion.js'
import { Payment, Refund, StripeEvent } from './payment.entity.js'
import { PaymentRepository } from './payment.repository.js'
import { PaymentService } from './payment.service.js'
import { RefundService } from './refund.service.js'
import { StripeWebhookController } from './stripe-webhook.controller.js'
import { StripeGateway } from './stripe.gateway.js'
import { TransferPayments } from './transfer-payments.js'
import { TransferConfirmation } from './transfers/transfer-confirmation.service.js'
import { TransferController } from './transfers/transfer.controller.js'
import { TransferDesk } from './transfers/transfer-desk.service.js'
import {
  Transfer,
  TransferAssignment,
  TransferEvent,
  TransferReturn,
} from './transfers/transfer.entity.js'
import { TransferJournal } from './transfers/transfer-journal.js'
import { TransferReads } from './transfers/transfer.reads.js'
import { TransferRepository } from './transfers/transfer.repository.js'
import { TransferReturnRepository } from './transfers/transfer-return.repository.js'
import { TransferSheetController } from './transfers/transfer-sheet.controller.js'
import { TransferSheet } from './transfers/transfer-sheet.service.js'
import { TransferReturns } from './transfers/transfer-returns.service.js'

/** Needs a global `PaymentsConfig` and a global `PaymentSubject` (ordering). */
@Module({
  imports: [
    DocumentsModule,
    IdentityModule,
    LedgerModule,
    SettingsModule,
    TypeOrmModule.forFeature([
      Payment,
      Refund,
      StripeEvent,
      Transfer,
      TransferAssignment,
      TransferEvent,
      TransferReturn,
    ]),
  ],
  controllers: [StripeWebhookController, TransferController, TransferSheetController],
  providers: [
    PaymentRepository,
    PaymentBooks,
    PaymentCompletion,
    PaymentService,
    RefundService,
    SheetImports,
    StripeGateway,
    TransferPayments,
    TransferConfirmation,
    TransferDesk,
    TransferJournal,
    TransferReads,
    TransferRepository,
    TransferReturnRepository,
    TransferReturns,
    TransferSheet,
  ],
  exports: [PaymentService, RefundService],
})
export class PaymentsModule implements OnModuleInit {
  private readonly turns = new Map<string, Promise<void>>()

  constructor(
    private readonly outbox: Outbox,
    private readonly jobs: Jobs,
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: PaymentRepository,
    private readonly payments: PaymentService,
    private readonly refunds: RefundService,
    private readonly transferPayments: TransferPayments,
  ) {}

  onModuleInit(): void {
    this.outbox.subscribe<{ objectId: string; isAboutTaking?: boolean }>(
      'stripe.event-received',
      'payments.converge',
      ({ objectId, isAboutTaking = false }) =>
        this.inTurn(objectId, async () => {
          const found = await this.repository.findByProvider(this.unitOfWork.reader, objectId)
          if (found && !(isAboutTaking && found.isCaptured)) await this.payments.converge(found.id)
        }),
    )
    this.outbox.subscribe<{ refundId: Id }>('refund.requested', 'payments.refund', ({ refundId }) =>
      this.refunds.converge(refundId),
    )
    this.jobs.every(15, 'sweep-payments', () => this.payments.sweep())
    this.jobs.every(60, 'lapse-overdue-transfers', () => this.transferPayments.sweep())
    this.jobs.every(30, 'sweep-refunds', () => this.refunds.sweep())
  }

  /**
   * The events of one payment come together: each waits for the one before it, and then mostly finds
   * the money taken and nothing to ask the provider for.
   */
  private inTurn(objectId: string, work: () => Promise<void>): Promise<void> {
    const mine = (this.turns.get(objectId) ?? Promise.resolve()).then(work, work)
    this.turns.set(objectId, mine)
    return mine.finally(() => {
      if (this.turns.get(objectId) === mine) this.turns.delete(objectId)
    })
  }
}
