import { createHash } from 'node:crypto'
import { invariant, sumFen, type Id } from '@weibao/kernel'
import type { AccountCode } from './chart.js'

/** One line of a posting: debit positive, credit negative, fen. Names what it was paid for. */
export interface PostingLine {
  readonly account: AccountCode
  readonly amountFen: number
  readonly orderId?: Id
  /**
   * Set it on what a cooperative earns and on the commission of a line: their credits together are
   * what the ledger says was paid for that line's goods (reporting reconciles volume with it).
   */
  readonly orderLineId?: Id
  readonly paymentId?: Id
  readonly refundId?: Id
}

export interface Posting {
  /** What happened: `charge`, `earning`, `refund` … lower case and dashes. */
  readonly kind: string
  /** The business fact: an id. `kind` and `reference` together are booked once, ever. */
  readonly reference: string
  /** When it happened; now when absent. Decides the month, unless that month is closed. */
  readonly occurredAt?: Date
  readonly memo?: string
  /** The person who decided it; absent when the system did. */
  readonly authorId?: Id
  /** They sum to zero. Lines of zero fen are left out; two at least must remain. */
  readonly lines: readonly PostingLine[]
}

/** The lines that will be written. Throws when they do not balance: that is our own error. */
export function linesOf(posting: Posting): PostingLine[] {
  const lines = posting.lines.filter((line) => line.amountFen !== 0)
  invariant(lines.length >= 2, `${posting.kind} ${posting.reference}: fewer than two lines`)
  invariant(
    sumFen(lines.map((line) => line.amountFen)) === 0,
    `${posting.kind} ${posting.reference}: lines do not sum to zero`,
  )
  return lines
}

/** The same business fact gives the same digest, whenever and by whomever it is posted. */
export function digestOf(lines: readonly PostingLine[]): string {
  const texts = lines.map((line) =>
    [
      line.account,
      line.amountFen,
      line.orderId ?? '',
      line.orderLineId ?? '',
      line.paymentId ?? '',
      line.refundId ?? '',
    ].join('|'),
  )
  return createHash('sha256').update(texts.sort().join('\n')).digest('hex')
}
