import { Injectable } from '@nestjs/common'
import type { Id } from '@weibao/kernel'
import { execute, rows, type Reader, type Tx } from '@weibao/platform'
import type { OrderLineEntity } from '../order.entity.js'
import { AfterSaleLineEntity, OrderLineClaimEntity } from './after-sale.entity.js'

interface Claim {
  readonly orderLineId: Id
  readonly quantity: number
  readonly goodsFen: number
  readonly freightFen: number
}

/** How much of order lines cases have claimed and refunds given. Under the lock of their order. */
@Injectable()
export class LineClaims {
  /** What is claimed of lines, by line. A line that no case ever named is not in it. */
  async of(reader: Reader, orderLineIds: readonly Id[]): Promise<Map<Id, OrderLineClaimEntity>> {
    const found = await reader
      .getRepository(OrderLineClaimEntity)
      .createQueryBuilder('c')
      .where('c.order_line_id = any(:ids)', { ids: orderLineIds })
      .getMany()
    return new Map(found.map((claim) => [claim.orderLineId, claim]))
  }

  /** Begins the count of lines that no case has named yet. */
  async begin(
    tx: Tx,
    lines: readonly OrderLineEntity[],
    freights: readonly number[],
  ): Promise<void> {
    await execute(
      tx,
      `insert into order_line_claims (order_line_id, quantity, goods_fen, freight_fen, commission_fen)
       select * from unnest($1::uuid[], $2::int[], $3::bigint[], $4::bigint[], $5::bigint[])
       on conflict (order_line_id) do nothing`,
      [
        lines.map(({ id }) => id),
        lines.map(({ quantity }) => quantity),
        lines.map(({ lineTotalFen }) => lineTotalFen),
        freights,
        lines.map(({ commissionFen }) => commissionFen),
      ],
    )
  }

  /** Claims packages and money of lines, each only where as much is left; how many lines had it. */
  async claim(tx: Tx, claims: readonly Claim[]): Promise<number> {
    const claimed = await rows(
      tx,
      `update order_line_claims c set claimed_quantity = c.claimed_quantity + w.quantity,
         claimed_goods_fen = c.claimed_goods_fen + w.goods_fen, claimed_freight_fen = c.claimed_freight_fen + w.freight_fen
       from unnest($1::uuid[], $2::int[], $3::bigint[], $4::bigint[]) as w(order_line_id, quantity, goods_fen, freight_fen)
       where c.order_line_id = w.order_line_id and c.claimed_quantity + w.quantity <= c.quantity
         and c.claimed_goods_fen + w.goods_fen <= c.goods_fen and c.claimed_freight_fen + w.freight_fen <= c.freight_fen
       returning c.order_line_id`,
      columnsOf(claims),
    )
    return claimed.length
  }

  /** What a case that came to nothing had claimed can be claimed again. */
  async release(tx: Tx, claims: readonly Claim[]): Promise<void> {
    await execute(
      tx,
      `update order_line_claims c set claimed_quantity = c.claimed_quantity - w.quantity,
         claimed_goods_fen = c.claimed_goods_fen - w.goods_fen, claimed_freight_fen = c.claimed_freight_fen - w.freight_fen
       from unnest($1::uuid[], $2::int[], $3::bigint[], $4::bigint[]) as w(order_line_id, quantity, goods_fen, freight_fen)
       where c.order_line_id = w.order_line_id`,
      columnsOf(claims),
    )
  }

  /** What a settled case refunds of its lines. The database refuses more than was claimed. */
  async refund(tx: Tx, lines: readonly AfterSaleLineEntity[]): Promise<void> {
    await execute(
      tx,
      `update order_line_claims c set refunded_quantity = c.refunded_quantity + w.quantity,
         refunded_goods_fen = c.refunded_goods_fen + w.goods_fen, refunded_freight_fen = c.refunded_freight_fen + w.freight_fen,
         refunded_commission_fen = c.refunded_commission_fen + w.commission_fen
       from unnest($1::uuid[], $2::int[], $3::bigint[], $4::bigint[], $5::bigint[])
         as w(order_line_id, quantity, goods_fen, freight_fen, commission_fen)
       where c.order_line_id = w.order_line_id`,
      [
        lines.map((line) => line.orderLineId),
        lines.map((line) => line.refundedQuantity),
        lines.map((line) => line.refundedGoodsFen),
        lines.map((line) => line.refundedFreightFen),
        lines.map((line) => line.refundedCommissionFen),
      ],
    )
  }
}

function columnsOf(claims: readonly Claim[]): unknown[] {
  return [
    claims.map(({ orderLineId }) => orderLineId),
    claims.map(({ quantity }) => quantity),
    claims.map(({ goodsFen }) => goodsFen),
    claims.map(({ freightFen }) => freightFen),
  ]
}
