import type {
  AwaitingPayment,
  TransferDetail,
  TransferReturnView,
  TransferView,
} from '@weibao/contracts/transfer'
import { describedIn } from '../payment.view.js'
import type { TransferEvent } from './transfer.entity.js'
import type { TransferReturnRow } from './transfer-return.repository.js'
import type { AwaitingRow, TransferRow } from './transfer.repository.js'

export function toTransferView(transfer: TransferRow): TransferView {
  return {
    ...transfer,
    payerAccountMasked: maskTail(transfer.payerAccountTail),
    remainderFen: remainderOf(transfer),
    recordedAt: transfer.recordedAt.toISOString(),
    decidedAt: transfer.decidedAt?.toISOString() ?? null,
  }
}

export function toAwaitingView(payment: AwaitingRow): AwaitingPayment {
  return {
    ...payment,
    description: describedIn(payment),
    expiresAt: payment.expiresAt.toISOString(),
  }
}

export function toReturnView(made: TransferReturnRow): TransferReturnView {
  return {
    ...made,
    payerAccountMasked: maskTail(made.payerAccountTail),
    requestedAt: made.requestedAt.toISOString(),
    sentAt: made.sentAt?.toISOString() ?? null,
  }
}

export function toEventView(event: TransferEvent): TransferDetail['events'][number] {
  return { ...event, at: event.happenedAt.toISOString() }
}

/** What pays nothing and is not on its way back; nothing of a transfer that does not stand. */
export function remainderOf({
  state,
  amountFen,
  assignedFen,
  returnedFen,
}: Pick<TransferRow, 'state' | 'amountFen' | 'assignedFen' | 'returnedFen'>): number {
  return state === 'withdrawn' || state === 'reversed' ? 0 : amountFen - assignedFen - returnedFen
}

function maskTail(tail: string): string {
  return `**** ${tail}`
}
