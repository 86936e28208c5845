import { Injectable } from '@nestjs/common'
import type { OrderState } from '@weibao/contracts/order'
import type { Id } from '@weibao/kernel'
import { rows, type Reader } from '@weibao/platform'
import { OrderEntity } from './order.entity.js'

export interface OrderFilter {
  readonly cooperativeId?: Id
  readonly personId?: Id
  readonly guestKey?: string
  readonly buyerId?: Id
  readonly state?: OrderState | undefined
  readonly states?: readonly OrderState[] | undefined
  readonly text?: string | undefined
  readonly before: Id | null
  readonly limit: number
}

/** All SQL that lists and counts orders, for those who buy them and those who fill them. */
@Injectable()
export class OrderListRepository {
  async list(reader: Reader, filter: OrderFilter): Promise<OrderEntity[]> {
    const query = reader
      .getRepository(OrderEntity)
      .createQueryBuilder('o')
      .orderBy('o.id', 'DESC')
      .limit(filter.limit)
    if (filter.cooperativeId) query.andWhere('o.cooperative_id = :cooperativeId', filter)
    if (filter.personId) query.andWhere('o.person_id = :personId and o.buyer_id is null', filter)
    if (filter.buyerId) query.andWhere('o.buyer_id = :buyerId', filter)
    if (filter.guestKey) query.andWhere('o.guest_key = :guestKey', filter)
    if (filter.state) query.andWhere('o.state = :state', filter)
    if (filter.states) query.andWhere('o.state = any(:states)', filter)
    if (filter.before) query.andWhere('o.id < :before', filter)
    if (filter.text)
      query.andWhere('(o.number like :prefix or o.recipient = :text)', {
        prefix: `${filter.text.replace(/[%_\\]/g, '\\$&')}%`,
        text: filter.text,
      })
    return query.getMany()
  }

  async countsOf(reader: Reader, cooperativeId: Id): Promise<Record<string, number>> {
    const found = await rows<{ state: string; n: number }>(
      reader,
      'select state, count(*) as n from orders where cooperative_id = $1 group by state',
      [cooperativeId],
    )
    return Object.fromEntries(found.map(({ state, n }) => [state, n]))
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
