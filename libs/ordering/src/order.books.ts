import { Injectable } from '@nestjs/common'
import { fen, type Fen, type Id } from '@weibao/kernel'
import { cooperativePayable, Ledger, type PostingLine } from '@weibao/ledger'
import type { Tx } from '@weibao/platform'
import { Volume, type LineFacts } from '@weibao/volume'
import type { OrderEntity, OrderLineEntity } from './order.entity.js'

/** What an order writes into the journals, in the transaction that decides it: docs/domain.md §9. */
@Injectable()
export class OrderBooks {
  constructor(
    private readonly ledger: Ledger,
    private readonly volume: Volume,
  ) {}

  /** Paid: the lines are ordered volume. */
  async confirmed(
    tx: Tx,
    order: OrderEntity,
    lines: readonly OrderLineEntity[],
    at: Date,
  ): Promise<void> {
    for (const facts of lines.map((line) => factsOf(order, line, at)))
      await this.volume.count(tx, 'ordered', facts)
  }

  /** Accepted: the cooperative has earned, and the lines are received and, being paid, confirmed. */
  async accepted(
    tx: Tx,
    order: OrderEntity,
    lines: readonly OrderLineEntity[],
    at: Date,
  ): Promise<void> {
    await this.ledger.post(tx, {
      kind: 'earning',
      reference: order.id,
      occurredAt: at,
      lines: earningLines(order, lines),
    })
    for (const facts of lines.map((line) => factsOf(order, line, at))) {
      await this.volume.count(tx, 'received', facts)
      await this.volume.count(tx, 'confirmed', facts)
    }
  }

  /** Cancelled after it was paid: what was ordered is taken back, in the month of today. */
  async cancelled(
    tx: Tx,
    order: OrderEntity,
    lines: readonly OrderLineEntity[],
    at: Date,
  ): Promise<void> {
    for (const line of lines)
      await this.volume.reverse(tx, {
        stage: 'ordered',
        orderLineId: line.id,
        reference: `cancel:${order.id}`,
        occurredAt: at,
      })
  }
}

/** Prepaid money becomes what is owed to the cooperative, and the commission frozen on each line. */
export function earningLines(order: OrderEntity, lines: readonly OrderLineEntity[]): PostingLine[] {
  const payable = cooperativePayable(order.cooperativeId)
  const orderId = order.id
  return [
    { account: 'buyer-prepaid', amountFen: order.totalFen, orderId },
    ...lines.flatMap((line): PostingLine[] => [
      { account: payable, amountFen: -netOf(line), orderId, orderLineId: line.id },
      {
        account: 'commission-income',
        amountFen: -line.commissionFen,
        orderId,
        orderLineId: line.id,
      },
    ]),
    { account: payable, amountFen: -order.freightFen, orderId },
  ]
}

function netOf(line: OrderLineEntity): Fen {
  return fen(line.lineTotalFen - line.commissionFen)
}

function factsOf(order: OrderEntity, line: OrderLineEntity, occurredAt: Date): LineFacts {
  return {
    orderLineId: line.id as Id,
    orderId: order.id,
    occurredAt,
  } as unknown as LineFacts
}
