import { Injectable } from '@nestjs/common'
import type { AfterSaleKind } from '@weibao/contracts/after-sale'
import { localDay, sumFen, type Fen, type Id } from '@weibao/kernel'
import { cooperativePayable, Ledger, type PostingLine } from '@weibao/ledger'
import { PaymentService, RefundService } from '@weibao/payments'
import { notFound, type Tx } from '@weibao/platform'
import { Volume } from '@weibao/volume'
import { OrderEarnings } from '../order-earnings.js'
import type { OrderEntity, OrderLineEntity } from '../order.entity.js'
import type { AfterSaleCaseEntity, AfterSaleLineEntity } from './after-sale.entity.js'
import { commissionOfRefund, shareOut } from './after-sale-amounts.js'
import { LineClaims } from './line-claims.repository.js'

/** A case, its order and their lines, locked in the deciding transaction. */
export interface LockedCase {
  readonly kase: AfterSaleCaseEntity
  readonly order: OrderEntity
  readonly lines: readonly AfterSaleLineEntity[]
  readonly orderLines: readonly OrderLineEntity[]
}

/** Cases that take their packages whatever part of the price comes back. */
const WHOLE: ReadonlySet<AfterSaleKind> = new Set(['return-and-refund', 'not-shipped'])

interface Settling {
  readonly isAfterAcceptance: boolean
  readonly at: Date
  readonly personId: Id | null
}

/** What a settled case writes into the journals, in the transaction that decides it: docs/domain.md §10. */
@Injectable()
export class AfterSaleBooks {
  constructor(
    private readonly payments: PaymentService,
    private readonly refunds: RefundService,
    private readonly ledger: Ledger,
    private readonly volume: Volume,
    private readonly earnings: OrderEarnings,
    private readonly claims: LineClaims,
  ) {}

  /** Refunds `kase.agreedFen`: shared among its lines, counted once per line, and booked. */
  async settle(
    tx: Tx,
    locked: LockedCase,
    settling: Settling,
  ): Promise<{ refundId: Id; lines: AfterSaleLineEntity[] }> {
    const { kase, order } = locked
    const payment = await this.payments.findOf(tx, order.groupId)
    if (!payment) throw notFound()
    const lines = await this.refundedLines(tx, locked)
    await this.claims.refund(tx, lines)
    const refundId = await this.refunds.request(tx, {
      paymentId: payment.id,
      reference: `order:${order.id}:${kase.id}`,
      amountFen: kase.agreedFen!,
      reason: `after-sale-${kase.reason}`,
    })
    if (settling.isAfterAcceptance) await this.takeBackEarning(tx, locked, lines, settling)
    await this.takeBackVolume(tx, locked, lines, { ...settling, refundId })
    return { refundId, lines }
  }

  private async refundedLines(tx: Tx, { kase, lines }: LockedCase): Promise<AfterSaleLineEntity[]> {
    const shares = shareOut(kase.agreedFen!, lines)
    const claims = await this.claims.of(
      tx,
      lines.map(({ orderLineId }) => orderLineId),
    )
    return lines.map((line, index) => {
      const { goodsFen, freightFen } = shares[index]!
      const isWhole = goodsFen === line.goodsFen || WHOLE.has(kase.kind)
      return {
        ...line,
        refundedGoodsFen: goodsFen,
        refundedFreightFen: freightFen,
        refundedCommissionFen: commissionOfRefund(claims.get(line.orderLineId)!, goodsFen),
        refundedQuantity: isWhole ? line.quantity : 0,
      }
    })
  }

  /** The cooperative gives back what it had earned; its balance may fall below zero. */
  private async takeBackEarning(
    tx: Tx,
    { kase, order }: LockedCase,
    lines: readonly AfterSaleLineEntity[],
    { at, personId }: Settling,
  ): Promise<void> {
    await this.ledger.post(tx, {
      kind: 'earning-refund',
      reference: kase.id,
      occurredAt: at,
      ...(personId ? { authorId: personId } : {}),
      lines: refundLines(order, lines),
    })
    await this.earnings.earn(tx, {
      kind: 'refund',
      reference: kase.id,
      cooperativeId: order.cooperativeId,
      cooperativeName: { zh: order.cooperativeNameZh, en: order.cooperativeNameEn },
      orderId: order.id,
      orderNumber: order.number,
      goodsFen: -sumOf(lines, 'refundedGoodsFen'),
      freightFen: -sumOf(lines, 'refundedFreightFen'),
      commissionFen: -sumOf(lines, 'refundedCommissionFen'),
      earnedAt: at,
      payableFrom: localDay(at),
    })
  }

  private async takeBackVolume(
    tx: Tx,
    { kase, orderLines }: LockedCase,
    lines: readonly AfterSaleLineEntity[],
    { refundId, at, personId }: Settling & { refundId: Id },
  ): Promise<void> {
    const packGrams = new Map(orderLines.map((line) => [line.id, line.packGrams]))
    for (const line of lines) {
      const quantity = line.refundedQuantity!
      const goodsFen = line.refundedGoodsFen!
      const freightFen = line.refundedFreightFen!
      if (quantity === 0 && goodsFen === 0 && freightFen === 0) continue
      await this.volume.reverse(tx, {
        orderLineId: line.orderLineId,
        refundId,
        goodsFen,
        freightFen,
        quantity,
        massGrams: quantity * packGrams.get(line.orderLineId)!,
        occurredAt: at,
        reason: `after-sale-${kase.reason}`,
        ...(personId ? { authorId: personId } : {}),
      })
    }
  }
}

function refundLines(order: OrderEntity, lines: readonly AfterSaleLineEntity[]): PostingLine[] {
  const payable = cooperativePayable(order.cooperativeId)
  const orderId = order.id
  const freightFen = sumOf(lines, 'refundedFreightFen')
  return [
    {
      account: 'buyer-prepaid',
      amountFen: -(sumOf(lines, 'refundedGoodsFen') + freightFen),
      orderId,
    },
    ...lines.flatMap(({ orderLineId, refundedGoodsFen, refundedCommissionFen }): PostingLine[] => [
      {
        account: payable,
        amountFen: refundedGoodsFen! - refundedCommissionFen!,
        orderId,
        orderLineId,
      },
      { account: 'commission-income', amountFen: refundedCommissionFen!, orderId, orderLineId },
    ]),
    { account: payable, amountFen: freightFen, orderId },
  ]
}

function sumOf(
  lines: readonly AfterSaleLineEntity[],
  column: 'refundedGoodsFen' | 'refundedFreightFen' | 'refundedCommissionFen',
): Fen {
  return sumFen(lines.map((line) => line[column] ?? 0))
}
