import { Injectable } from '@nestjs/common'
import type { OrderState } from '@weibao/contracts/order'
import type { Fen, Id, LocalDay } from '@weibao/kernel'
import { row, rows, type Reader } from '@weibao/platform'
import type { SelectQueryBuilder } from 'typeorm'
import { OrderEntity } from './order.entity.js'
import { statesOfTab } from './order-tabs.js'

/** Which orders. */
export interface OrderChoice {
  readonly cooperativeId?: Id
  readonly personId?: Id
  readonly guestKey?: string
  readonly buyerId?: Id
  readonly state?: OrderState | undefined
  readonly states?: readonly OrderState[] | undefined
  readonly text?: string | undefined
}

export interface OrderFilter extends OrderChoice {
  readonly before: Id | null
  readonly limit: number
}

/** An order of a list with all that it holds. */
export interface ListedOrder {
  readonly number: string
  readonly placedAt: Date
  readonly state: OrderState
  readonly cooperativeNameZh: string
  readonly cooperativeNameEn: string
  /** The organisation whose order it is; null: a shopper's own. */
  readonly buyerNameZh: string | null
  readonly buyerNameEn: string | null
  readonly goods: readonly {
    readonly zh: string
    readonly en: string
    readonly skuZh: string
    readonly skuEn: string
    readonly quantity: number
  }[]
  readonly packages: number
  readonly massGrams: number
  readonly goodsFen: Fen
  readonly freightFen: Fen
  readonly totalFen: Fen
  readonly leavesOn: LocalDay | null
  readonly arrivesOn: LocalDay | null
}

const HELD = `select jsonb_agg(jsonb_build_object('zh', l.name_zh, 'en', l.name_en, 'skuZh', l.sku_name_zh,
    'skuEn', l.sku_name_en, 'quantity', l.quantity) order by l.id) as goods,
    sum(l.quantity) as packages, sum(l.quantity::bigint * l.pack_grams)::bigint as "massGrams"
  from order_lines l where l.order_id = o.id`

/** All SQL that lists and counts orders, for those who buy them and those who fill them. */
@Injectable()
export class OrderListRepository {
  list(reader: Reader, filter: OrderFilter): Promise<OrderEntity[]> {
    const query = chosen(reader, filter).limit(filter.limit)
    if (filter.before) query.andWhere('o.id < :before', filter)
    return query.getMany()
  }

  /** Newest first, each with all of its goods; `limit` at most. */
  all(reader: Reader, choice: OrderChoice, limit: number): Promise<ListedOrder[]> {
    const [ids, parameters] = chosen(reader, choice)
      .select('o.id')
      .limit(limit)
      .getQueryAndParameters()
    return rows(
      reader,
      `select o.number, o.placed_at as "placedAt", o.state, o.cooperative_name_zh as "cooperativeNameZh",
         o.cooperative_name_en as "cooperativeNameEn", o.buyer_name_zh as "buyerNameZh",
         o.buyer_name_en as "buyerNameEn", o.goods_fen as "goodsFen", o.freight_fen as "freightFen",
         o.total_fen as "totalFen", o.leaves_on as "leavesOn", o.arrives_on as "arrivesOn", held.*
       from orders o cross join lateral (${HELD}) held
       where o.id in (${ids}) order by o.id desc`,
      parameters,
    )
  }

  async countsOf(reader: Reader, cooperativeId: Id): Promise<Record<string, number>> {
    const found = await rows<{ state: string; n: number }>(
      reader,
      'select state, count(*) as n from orders where cooperative_id = $1 group by state',
      [cooperativeId],
    )
    return Object.fromEntries(found.map(({ state, n }) => [state, n]))
  }

  /** A cooperative's orders that wait for parcels: those with an agreed day to leave on, and those without. */
  async countsToShip(
    reader: Reader,
    cooperativeId: Id,
  ): Promise<{ dated: number; undated: number }> {
    const found = await row<{ dated: number; undated: number }>(
      reader,
      `select count(leaves_on) as dated, count(*) - count(leaves_on) as undated from orders
       where cooperative_id = $1 and state = any($2)`,
      [cooperativeId, statesOfTab['to-ship']],
    )
    return found!
  }

  /** The first of them: the nearest day, or the oldest of those without one. */
  firstToShip(
    reader: Reader,
    { cooperativeId, isDated, limit }: { cooperativeId: Id; isDated: boolean; limit: number },
  ): Promise<OrderEntity[]> {
    return chosen(reader, { cooperativeId, states: statesOfTab['to-ship'] })
      .andWhere(isDated ? 'o.leaves_on is not null' : 'o.leaves_on is null')
      .orderBy({ 'o.leavesOn': 'ASC', 'o.id': 'ASC' })
      .limit(limit)
      .getMany()
  }

  /** How many orders of a person or a guest stand in each state. */
  async countsOfBuyer(
    reader: Reader,
    owner: { readonly personId: Id } | { readonly guestKey: string },
  ): Promise<{ state: OrderState; n: number }[]> {
    const [column, value] =
      'personId' in owner ? ['person_id', owner.personId] : ['guest_key', owner.guestKey]
    return rows(
      reader,
      `select state, count(*) as n from orders where ${column} = $1 and buyer_id is null group by state`,
      [value],
    )
  }
}

/** The orders chosen, newest first. */
function chosen(reader: Reader, choice: OrderChoice): SelectQueryBuilder<OrderEntity> {
  const query = reader.getRepository(OrderEntity).createQueryBuilder('o').orderBy('o.id', 'DESC')
  if (choice.cooperativeId) query.andWhere('o.cooperative_id = :cooperativeId', choice)
  if (choice.personId) query.andWhere('o.person_id = :personId and o.buyer_id is null', choice)
  if (choice.buyerId) query.andWhere('o.buyer_id = :buyerId', choice)
  if (choice.guestKey) query.andWhere('o.guest_key = :guestKey', choice)
  if (choice.state) query.andWhere('o.state = :state', choice)
  if (choice.states) query.andWhere('o.state = any(:states)', choice)
  if (choice.text)
    query.andWhere('(o.number like :prefix or o.recipient = :text)', {
      prefix: `${choice.text.replace(/[%_\\]/g, '\\$&')}%`,
      text: choice.text,
    })
  return query
}
