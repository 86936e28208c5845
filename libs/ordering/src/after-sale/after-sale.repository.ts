import { Injectable } from '@nestjs/common'
import type { AfterSaleState } from '@weibao/contracts/after-sale'
import { newId, type Id } from '@weibao/kernel'
import { execute, notFound, row, rows, type Reader, type Tx } from '@weibao/platform'
import {
  AfterSaleCaseEntity,
  AfterSaleEventEntity,
  AfterSaleLineEntity,
  AfterSalePhotoEntity,
  AfterSaleReturnEntity,
} from './after-sale.entity.js'
import { OPEN_STATES } from './after-sale.lifecycle.js'

export interface CaseFilter {
  readonly cooperativeId?: Id
  readonly personId?: Id
  readonly buyerId?: Id
  readonly guestKey?: string
  readonly orderId?: Id | undefined
  readonly states?: readonly AfterSaleState[] | undefined
  /** With a turn the oldest first: who has waited longest. */
  readonly isOldestFirst: boolean
  readonly after: Id | null
  readonly limit: number
}

/** What hangs on cases, for building their views. */
export interface CaseParts {
  readonly lines: readonly AfterSaleLineEntity[]
  readonly photos: readonly AfterSalePhotoEntity[]
  readonly events: readonly AfterSaleEventEntity[]
  readonly refundState: string | null
}

/** All SQL about after-sale cases and what hangs on them. */
@Injectable()
export class AfterSaleRepository {
  async insert(
    tx: Tx,
    kase: AfterSaleCaseEntity,
    lines: readonly Partial<AfterSaleLineEntity>[],
  ): Promise<void> {
    await tx.getRepository(AfterSaleCaseEntity).insert(kase)
    await tx.getRepository(AfterSaleLineEntity).insert([...lines])
  }

  async get(reader: Reader, id: Id): Promise<AfterSaleCaseEntity> {
    const found = await reader.getRepository(AfterSaleCaseEntity).findOneBy({ id })
    if (!found) throw notFound()
    return found
  }

  async findByKey(reader: Reader, orderId: Id, idempotencyKey: string): Promise<Id | null> {
    const found = await row<{ id: Id }>(
      reader,
      'select id from after_sale_cases where order_id = $1 and idempotency_key = $2',
      [orderId, idempotencyKey],
    )
    return found?.id ?? null
  }

  /** After the lock of its order, which comes first everywhere. */
  async getForUpdate(tx: Tx, id: Id): Promise<AfterSaleCaseEntity> {
    const found = await tx
      .getRepository(AfterSaleCaseEntity)
      .findOne({ where: { id }, lock: { mode: 'pessimistic_write' } })
    if (!found) throw notFound()
    return found
  }

  async save(tx: Tx, kase: AfterSaleCaseEntity): Promise<void> {
    await tx.getRepository(AfterSaleCaseEntity).save(kase)
  }

  async countOfOrder(reader: Reader, orderId: Id): Promise<number> {
    const found = await row<{ n: number }>(
      reader,
      'select count(*) as n from after_sale_cases where order_id = $1',
      [orderId],
    )
    return found!.n
  }

  linesOf(reader: Reader, caseIds: readonly Id[]): Promise<AfterSaleLineEntity[]> {
    return reader
      .getRepository(AfterSaleLineEntity)
      .createQueryBuilder('l')
      .where('l.case_id = any(:ids)', { ids: caseIds })
      .orderBy('l.order_line_id')
      .getMany()
  }

  async saveLines(tx: Tx, lines: readonly AfterSaleLineEntity[]): Promise<void> {
    await tx.getRepository(AfterSaleLineEntity).save([...lines])
  }

  async partsOf(reader: Reader, kase: AfterSaleCaseEntity): Promise<CaseParts> {
    const lines = await this.linesOf(reader, [kase.id])
    const photos = await reader
      .getRepository(AfterSalePhotoEntity)
      .find({ where: { caseId: kase.id }, order: { id: 'ASC' } })
    const events = await reader
      .getRepository(AfterSaleEventEntity)
      .find({ where: { caseId: kase.id }, order: { id: 'ASC' } })
    const refund = await row<{ state: string }>(reader, 'select state from refunds where id = $1', [
      kase.refundId,
    ])
    return { lines, photos, events, refundState: refund?.state ?? null }
  }

  list(reader: Reader, filter: CaseFilter): Promise<AfterSaleCaseEntity[]> {
    const query = reader
      .getRepository(AfterSaleCaseEntity)
      .createQueryBuilder('c')
      .orderBy('c.id', filter.isOldestFirst ? 'ASC' : 'DESC')
      .limit(filter.limit)
    if (filter.cooperativeId) query.andWhere('c.cooperative_id = :cooperativeId', filter)
    // Of organisations the cases are not anybody's own.
    if (filter.personId) query.andWhere('c.person_id = :personId and c.buyer_id is null', filter)
    if (filter.buyerId) query.andWhere('c.buyer_id = :buyerId', filter)
    if (filter.guestKey) query.andWhere('c.guest_key = :guestKey', filter)
    if (filter.orderId) query.andWhere('c.order_id = :orderId', filter)
    if (filter.states) query.andWhere('c.state = any(:states)', filter)
    if (filter.after)
      query.andWhere(filter.isOldestFirst ? 'c.id > :after' : 'c.id < :after', filter)
    return query.getMany()
  }

  /** How many cases of a cooperative stand in each state, and the nearest deadline in it. */
  countsOf(reader: Reader, cooperativeId: Id) {
    return rows<{ state: AfterSaleState; n: number; next: Date | null }>(
      reader,
      `select state, count(*) as n, min(deadline) as next from after_sale_cases
       where cooperative_id = $1 and state = any($2) group by state`,
      [cooperativeId, OPEN_STATES],
    )
  }

  /** Cases in which silence speaks now, longest past first. */
  async due(reader: Reader, now: Date, limit: number): Promise<Id[]> {
    const found = await rows<{ id: Id }>(
      reader,
      'select id from after_sale_cases where deadline <= $1 order by deadline limit $2',
      [now, limit],
    )
    return found.map(({ id }) => id)
  }

  async addEvent(
    tx: Tx,
    event: Omit<AfterSaleEventEntity, 'id' | 'amountFen' | 'text'> &
      Partial<Pick<AfterSaleEventEntity, 'amountFen' | 'text'>>,
  ): Promise<void> {
    await tx.getRepository(AfterSaleEventEntity).insert({ id: newId(), ...event })
  }

  async insertPhoto(tx: Tx, photo: AfterSalePhotoEntity): Promise<void> {
    await tx.getRepository(AfterSalePhotoEntity).insert(photo)
  }

  async getPhoto(reader: Reader, id: Id): Promise<AfterSalePhotoEntity> {
    const found = await reader.getRepository(AfterSalePhotoEntity).findOneBy({ id })
    if (!found) throw notFound()
    return found
  }

  async countWaitingPhotos(reader: Reader, orderId: Id): Promise<number> {
    const found = await row<{ n: number }>(
      reader,
      'select count(*) as n from after_sale_photos where order_id = $1 and case_id is null',
      [orderId],
    )
    return found!.n
  }

  /** Gives waiting photographs of the order to a case; how many there were. */
  attachPhotos(tx: Tx, orderId: Id, caseId: Id, photoIds: readonly Id[]): Promise<number> {
    return execute(
      tx,
      'update after_sale_photos set case_id = $2 where order_id = $1 and case_id is null and id = any($3)',
      [orderId, caseId, photoIds],
    )
  }

  /** How many packages of each lot of a group have come back already. */
  async returnedOf(reader: Reader, groupId: Id): Promise<Map<Id, number>> {
    const found = await rows<{ lotId: Id; n: number }>(
      reader,
      `select lot_id as "lotId", sum(returned + written_off)::bigint as n from after_sale_returns
       where group_id = $1 group by lot_id`,
      [groupId],
    )
    return new Map(found.map(({ lotId, n }) => [lotId, n]))
  }

  async insertReturns(tx: Tx, returns: readonly AfterSaleReturnEntity[]): Promise<void> {
    await tx.getRepository(AfterSaleReturnEntity).insert([...returns])
  }

  exportOf(reader: Reader, personId: Id): Promise<unknown[]> {
    return rows(
      reader,
      `select number, order_number as "orderNumber", kind, reason, state, text, appeal, agreed_fen as "agreedFen",
         opened_at as "openedAt" from after_sale_cases where person_id = $1 order by id`,
      [personId],
    )
  }

  /** A person's words and photographs go; the figures stay. */
  async erasePerson(tx: Tx, personId: Id): Promise<void> {
    const of = `(select id from after_sale_cases where person_id = $1)`
    await execute(
      tx,
      `update after_sale_events set text = '' where by_party = 'buyer' and case_id in ${of}`,
      [personId],
    )
    await execute(
      tx,
      `with gone as (delete from after_sale_photos where case_id in ${of}
         or order_id in (select id from orders where person_id = $1) returning file_id)
       delete from files f using gone where f.id = gone.file_id`,
      [personId],
    )
    await execute(tx, `update after_sale_cases set text = '', appeal = '' where person_id = $1`, [
      personId,
    ])
  }

  async hasOpenCase(reader: Reader, personId: Id): Promise<boolean> {
    const found = await row(
      reader,
      'select 1 from after_sale_cases where person_id = $1 and state = any($2) limit 1',
      [personId, OPEN_STATES],
    )
    return found !== null
  }
}
