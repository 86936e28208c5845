import { Injectable } from '@nestjs/common'
import type { Address, OrderState } from '@weibao/contracts/order'
import type { Id } from '@weibao/kernel'
import { execute, row, rows, type Reader, type Tx } from '@weibao/platform'
import { RecallEntity } from './recall.entity.js'

export interface ReachedLine {
  readonly orderId: Id
  readonly orderNumber: string
  readonly state: OrderState
  readonly placedAt: Date
  readonly updatedAt: Date
  readonly skuNameZh: string
  readonly skuNameEn: string
  readonly quantity: number
  readonly recipient: string
  readonly address: Address | null
}

export interface ReachSums {
  readonly lineCount: number
  readonly orderCount: number
  readonly quantity: number
}

/**
 * Paid lines with packages of a lot. Reservations are by sku: where an order has a sku in several lines,
 * each is named with what it may hold at most, as a recall must not miss any.
 */
const REACHED = `
  from order_lines l
  join orders o on o.id = l.order_id and o.state not in ('placed', 'cancelled')
  join order_groups g on g.id = o.group_id
  cross join lateral (select sum(r.quantity) as n from reservations r
    where r.reference in (o.group_id::text, o.group_id || ':late', l.allocation_id::text, l.allocation_id || ':late') and r.lot_id = $2 and r.sku_id = l.sku_id
      and r.state = 'sold') taken
  where l.lot_codes @> array[$1] and taken.n > 0`

/** All SQL about recalls. */
@Injectable()
export class RecallRepository {
  async sums(reader: Reader, code: string, lotId: Id): Promise<ReachSums> {
    const found = await row<ReachSums>(
      reader,
      `select count(*) as "lineCount", count(distinct o.id) as "orderCount",
         coalesce(sum(least(l.quantity, taken.n)), 0)::bigint as quantity ${REACHED}`,
      [code, lotId],
    )
    return found!
  }

  /** Newest first. */
  lines(reader: Reader, code: string, lotId: Id, limit: number): Promise<ReachedLine[]> {
    return rows<ReachedLine>(
      reader,
      `select o.id as "orderId", o.number as "orderNumber", o.state, o.placed_at as "placedAt",
         o.updated_at as "updatedAt", l.sku_name_zh as "skuNameZh", l.sku_name_en as "skuNameEn",
         least(l.quantity, taken.n)::bigint as quantity, o.recipient, g.address ${REACHED}
       order by l.id desc limit $3`,
      [code, lotId, limit],
    )
  }

  /** Which references of holds are orders': of their group, or of an allocation that a line carries out. */
  async ofOrders(reader: Reader, references: readonly string[]): Promise<string[]> {
    const found = await rows<{ reference: string }>(
      reader,
      `select h.reference from unnest($1::text[]) as h(reference)
       where exists (select from order_groups g where g.id::text = split_part(h.reference, ':', 1))
         or exists (select from order_lines l where l.allocation_id::text = h.reference)
         or exists (select from after_sale_cases k where k.id::text = h.reference)
       order by h.reference`,
      [references],
    )
    return found.map(({ reference }) => reference)
  }

  async insert(tx: Tx, recall: RecallEntity): Promise<void> {
    await tx.getRepository(RecallEntity).insert(recall)
  }

  async find(reader: Reader, lotId: Id): Promise<RecallEntity | null> {
    return reader.getRepository(RecallEntity).findOneBy({ lotId })
  }

  async toldCount(reader: Reader, recallId: Id): Promise<number> {
    const found = await row<{ n: number }>(
      reader,
      'select count(*) as n from recall_notices where recall_id = $1 and told_at is not null',
      [recallId],
    )
    return found!.n
  }

  /** Recalls that may still reach somebody: goods held when a lot was recalled are paid for hours later at most. */
  since(reader: Reader, day: Date): Promise<RecallEntity[]> {
    return reader
      .getRepository(RecallEntity)
      .createQueryBuilder('r')
      .where('r.made_at >= :day', { day })
      .orWhere(
        'exists (select from recall_notices n where n.recall_id = r.id and n.told_at is null)',
      )
      .orderBy('r.id')
      .getMany()
  }

  /** Names every order that the lot has reached and that is not named yet. */
  async name(tx: Tx, { id, lotCode, lotId }: RecallEntity): Promise<void> {
    await execute(
      tx,
      `insert into recall_notices (recall_id, order_id) select distinct $3::uuid, o.id ${REACHED}
       on conflict do nothing`,
      [lotCode, lotId, id],
    )
  }

  /** Takes some orders whose buyers are still to be told; another worker takes others. */
  async takeUntold(tx: Tx, recallId: Id, at: Date, limit: number): Promise<Id[]> {
    const found = await rows<{ id: Id }>(
      tx,
      `update recall_notices set told_at = $2 where recall_id = $1 and order_id in (select order_id from recall_notices
         where recall_id = $1 and told_at is null order by order_id limit $3 for update skip locked)
       returning order_id as id`,
      [recallId, at, limit],
    )
    return found.map(({ id }) => id)
  }
}
