import { Injectable } from '@nestjs/common'
import type { AfterSaleOptions, OpenAfterSale } from '@weibao/contracts/after-sale'
import { addDays, Clock, localDay, type Fen, type Id, type LocalDay } from '@weibao/kernel'
import { notFound, refusal, row, type Reader } from '@weibao/platform'
import { Settings } from '@weibao/settings'
import { freightsOf } from '../order.books.js'
import type { OrderEntity, OrderLineEntity } from '../order.entity.js'
import { OrderRepository } from '../order.repository.js'
import { claimOf, type ClaimedLine } from './after-sale-amounts.js'
import { LineClaims } from './line-claims.repository.js'

export interface ClaimLine {
  readonly orderLineId: Id
  readonly quantity: number
  readonly goodsFen: Fen
  readonly freightFen: Fen
}

/** A line and what cases have claimed of it. */
export interface LineOfOrder {
  readonly line: OrderLineEntity
  readonly claim: ClaimedLine
}

type Wish = Pick<OpenAfterSale, 'kind' | 'reason' | 'lines'>

/** What of an order may be claimed, until when, and what it is worth. Writes nothing. */
@Injectable()
export class AfterSaleClaims {
  constructor(
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly orders: OrderRepository,
    private readonly claims: LineClaims,
  ) {}

  async options(reader: Reader, order: OrderEntity): Promise<AfterSaleOptions> {
    const lines = await this.orders.linesOf(reader, [order.id])
    const claims = await this.claims.of(
      reader,
      lines.map(({ id }) => id),
    )
    const ends = await this.endsOf(reader, order)
    return {
      orderId: order.id,
      orderNumber: order.number,
      ...ends,
      lines: lines.map((line) => ({
        orderLineId: line.id,
        productSlug: line.productSlug,
        name: { zh: line.nameZh, en: line.nameEn },
        skuName: { zh: line.skuNameZh, en: line.skuNameEn },
        bought: line.quantity,
        left: line.quantity - (claims.get(line.id)?.claimedQuantity ?? 0),
        isReturnable: line.returnExceptionAt === null,
      })),
    }
  }

  /** The lines of a wish with their worth; refuses what may not be asked for. */
  async claimLines(reader: Reader, order: OrderEntity, wish: Wish): Promise<ClaimLine[]> {
    if (!['shipped', 'delivered', 'accepted', 'closed'].includes(order.state))
      throw refusal('after-sale.not-possible')
    const isWithoutReason = wish.reason === 'no-reason'
    const fits = {
      'refund-only': !isWithoutReason,
      'return-and-refund': wish.reason !== 'short',
      replacement: !isWithoutReason,
    }
    if (!fits[wish.kind]) throw refusal('after-sale.kind-not-fitting')
    const ends = await this.endsOf(reader, order)
    const day = isWithoutReason ? ends.returnUntil : ends.claimUntil
    if (day && localDay(this.clock.now()) > day) throw refusal('after-sale.too-late', { day })
    const lines = await this.linesOf(reader, order)
    return wish.lines.map(({ orderLineId, quantity }) => {
      const found = lines.find(({ line }) => line.id === orderLineId)
      if (!found) throw notFound()
      // As agreed to in checkout; what became of the product since does not matter.
      if (isWithoutReason && found.line.returnExceptionAt)
        throw refusal('after-sale.not-returnable')
      const left = found.claim.quantity - found.claim.claimedQuantity
      if (quantity > left) throw refusal('after-sale.quantity-taken', { left })
      return { orderLineId, quantity, ...claimOf(found.claim, quantity, !isWithoutReason) }
    })
  }

  /** The lines of an order with what cases have claimed of each. */
  async linesOf(reader: Reader, order: OrderEntity): Promise<LineOfOrder[]> {
    const lines = await this.orders.linesOf(reader, [order.id])
    const freights = freightsOf(order, lines)
    const claims = await this.claims.of(
      reader,
      lines.map(({ id }) => id),
    )
    return lines.map((line, index) => ({
      line,
      claim: claims.get(line.id) ?? untouched(line, freights[index]!),
    }))
  }

  /** The last days of both periods, by the settings of the day of acceptance; null before it. */
  private async endsOf(
    reader: Reader,
    order: OrderEntity,
  ): Promise<{ claimUntil: LocalDay | null; returnUntil: LocalDay | null }> {
    const receipt = await row<{ at: Date }>(
      reader,
      'select received_at as at from goods_receipts where order_id = $1 order by received_at desc limit 1',
      [order.id],
    )
    const isAccepted = order.state === 'accepted' || order.state === 'closed'
    if (!receipt || !isAccepted) return { claimUntil: null, returnUntil: null }
    const day = localDay(receipt.at)
    const claimDays = await this.settings.get(reader, 'after-sale.claim-days', day)
    const returnDays = await this.settings.get(reader, 'ordering.return-days', day)
    return { claimUntil: addDays(day, claimDays), returnUntil: addDays(day, returnDays) }
  }
}

function untouched(line: OrderLineEntity, freightFen: number): ClaimedLine {
  return {
    quantity: line.quantity,
    goodsFen: line.lineTotalFen,
    freightFen,
    commissionFen: line.commissionFen,
    claimedQuantity: 0,
    claimedGoodsFen: 0,
    claimedFreightFen: 0,
    refundedGoodsFen: 0,
    refundedCommissionFen: 0,
  }
}
