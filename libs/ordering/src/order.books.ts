import { Injectable } from '@nestjs/common'
import { addDays, fen, localDay, splitFen, sumFen, type Fen, type Id } from '@weibao/kernel'
import { cooperativePayable, Ledger, type PostingLine } from '@weibao/ledger'
import type { Tx } from '@weibao/platform'
import { Settings } from '@weibao/settings'
import { BenefitRecords } from '@weibao/supply'
import { Volume, type LineFacts } from '@weibao/volume'
import type { OrderLineClaimEntity } from './after-sale/after-sale.entity.js'
import { LineClaims } from './after-sale/line-claims.repository.js'
import { OrderEarnings } from './order-earnings.js'
import type { OrderEntity, OrderLineEntity } from './order.entity.js'

/** What an order writes into the journals, in the transaction that decides it: docs/domain.md §9. */
@Injectable()
export class OrderBooks {
  constructor(
    private readonly ledger: Ledger,
    private readonly volume: Volume,
    private readonly benefits: BenefitRecords,
    private readonly earnings: OrderEarnings,
    private readonly settings: Settings,
    private readonly claims: LineClaims,
  ) {}

  /** Paid: the lines are ordered volume. */
  async confirmed(
    tx: Tx,
    order: OrderEntity,
    lines: readonly OrderLineEntity[],
    at: Date,
  ): Promise<void> {
    for (const facts of await this.factsOf(tx, order, lines, at))
      await this.volume.count(tx, 'ordered', facts)
  }

  /**
   * Accepted: the cooperative has earned, and the lines are received and, being paid, confirmed. What
   * was refunded before is left out of all three.
   */
  async accepted(
    tx: Tx,
    order: OrderEntity,
    lines: readonly OrderLineEntity[],
    at: Date,
  ): Promise<void> {
    const claims = await this.claims.of(
      tx,
      lines.map(({ id }) => id),
    )
    const kept = lines.map((line) => keptOf(line, claims.get(line.id)))
    const refunded = [...claims.values()]
    const freightFen = fen(
      order.freightFen - sumFen(refunded.map((claim) => claim.refundedFreightFen)),
    )
    await this.ledger.post(tx, {
      kind: 'earning',
      reference: order.id,
      occurredAt: at,
      lines: earningLines(order, kept, freightFen),
    })
    const today = localDay(at)
    const returnDays = await this.settings.get(tx, 'ordering.return-days', today)
    await this.earnings.earn(tx, {
      kind: 'delivery',
      reference: order.id,
      cooperativeId: order.cooperativeId,
      cooperativeName: { zh: order.cooperativeNameZh, en: order.cooperativeNameEn },
      orderId: order.id,
      orderNumber: order.number,
      goodsFen: sumFen(kept.map((line) => line.lineTotalFen)),
      freightFen,
      commissionFen: sumFen(kept.map((line) => line.commissionFen)),
      earnedAt: at,
      payableFrom: addDays(today, returnDays),
    })
    for (const facts of await this.factsOf(tx, order, lines, at)) {
      const left = leftOf(facts, claims.get(facts.orderLineId))
      if (left.goodsFen === 0 && left.quantity === 0 && left.freightFen === 0) continue
      await this.volume.count(tx, 'received', left)
      await this.volume.count(tx, 'confirmed', left)
    }
  }

  /** Cancelled after it was paid: what was ordered is taken back, in the month of today. */
  async cancelled(
    tx: Tx,
    order: OrderEntity,
    lines: readonly OrderLineEntity[],
    refund: { refundId: Id; reason: string; occurredAt: Date; authorId: Id | null },
  ): Promise<void> {
    for (const facts of await this.factsOf(tx, order, lines, refund.occurredAt))
      await this.volume.reverse(tx, {
        orderLineId: facts.orderLineId,
        refundId: refund.refundId,
        goodsFen: facts.goodsFen,
        freightFen: facts.freightFen ?? 0,
        quantity: facts.quantity,
        massGrams: facts.massGrams,
        occurredAt: refund.occurredAt,
        reason: refund.reason,
        ...(refund.authorId ? { authorId: refund.authorId } : {}),
      })
  }

  /** Each line with its share of the order's freight. */
  private async factsOf(
    tx: Tx,
    order: OrderEntity,
    lines: readonly OrderLineEntity[],
    occurredAt: Date,
  ): Promise<LineFacts[]> {
    const hasBenefitRecord = await this.benefits.hasRecord(
      tx,
      order.cooperativeId,
      localDay(order.placedAt),
    )
    const freights = freightsOf(order, lines)
    return lines.map((line, index) =>
      toFacts(order, line, { freightFen: freights[index]!, hasBenefitRecord, occurredAt }),
    )
  }
}

/**
 * The order's freight by lines, in the order of `lines`: all of them. An allocation's is its own; a
 * parcel's is shared by goods value.
 */
export function freightsOf(order: OrderEntity, lines: readonly OrderLineEntity[]): Fen[] {
  if (lines.every((line) => line.freightFen !== null))
    return lines.map((line) => fen(line.freightFen!))
  return splitFen(
    order.freightFen,
    lines.map((line) => line.lineTotalFen),
  )
}

/** Prepaid money becomes what is owed to the cooperative, and the commission frozen on each line. */
export function earningLines(
  order: OrderEntity,
  lines: readonly KeptLine[],
  freightFen: number,
): PostingLine[] {
  const payable = cooperativePayable(order.cooperativeId)
  const orderId = order.id
  const goodsFen = sumFen(lines.map((line) => line.lineTotalFen))
  return [
    { account: 'buyer-prepaid', amountFen: goodsFen + freightFen, orderId },
    ...lines.flatMap((line): PostingLine[] => [
      { account: payable, amountFen: -netOf(line), orderId, orderLineId: line.id },
      {
        account: 'commission-income',
        amountFen: -line.commissionFen,
        orderId,
        orderLineId: line.id,
      },
    ]),
    { account: payable, amountFen: -freightFen, orderId },
  ]
}

type KeptLine = Pick<OrderLineEntity, 'id' | 'lineTotalFen' | 'commissionFen'>

/** What of a line's price and commission refunds have left. */
function keptOf(line: OrderLineEntity, claim: OrderLineClaimEntity | undefined): KeptLine {
  return {
    id: line.id,
    lineTotalFen: line.lineTotalFen - (claim?.refundedGoodsFen ?? 0),
    commissionFen: line.commissionFen - (claim?.refundedCommissionFen ?? 0),
  }
}

function leftOf(facts: LineFacts, claim: OrderLineClaimEntity | undefined): LineFacts {
  if (!claim) return facts
  const packGrams = facts.massGrams / facts.quantity
  return {
    ...facts,
    goodsFen: facts.goodsFen - claim.refundedGoodsFen,
    freightFen: (facts.freightFen ?? 0) - claim.refundedFreightFen,
    quantity: facts.quantity - claim.refundedQuantity,
    massGrams: facts.massGrams - packGrams * claim.refundedQuantity,
  }
}

function netOf(line: KeptLine): Fen {
  return fen(line.lineTotalFen - line.commissionFen)
}

function toFacts(
  order: OrderEntity,
  line: OrderLineEntity,
  known: { freightFen: Fen; hasBenefitRecord: boolean; occurredAt: Date },
): LineFacts {
  return {
    orderLineId: line.id,
    orderId: order.id,
    orderNumber: order.number,
    cooperative: {
      id: order.cooperativeId,
      name: { zh: order.cooperativeNameZh, en: order.cooperativeNameEn },
    },
    product: { id: line.productId, name: { zh: line.nameZh, en: line.nameEn } },
    township: line.townshipCode,
    category: line.category,
    buyer: {
      kind: order.buyerId ? 'organisation' : 'person',
      organisationId: order.buyerId,
      personId: order.buyerId ? null : order.personId,
      isInBaoshan: order.isInBaoshan,
      subdistrictCode: order.subdistrictCode,
    },
    channel: order.channel,
    purchaseKind: order.purchaseKind,
    attribution: order.buyerId ?? order.subdistrictCode ?? 'retail',
    isFromWeixi: true,
    isRecognised: line.isRecognised,
    goodsFen: line.lineTotalFen,
    quantity: line.quantity,
    massGrams: line.packGrams * line.quantity,
    ...known,
  }
}
