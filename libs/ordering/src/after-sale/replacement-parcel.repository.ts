import { Injectable } from '@nestjs/common'
import { type Id } from '@weibao/kernel'
import { execute, notFound, rows, type Reader, type Tx } from '@weibao/platform'
import type { DueParcel } from '../shipments/parcel-progress.js'
import {
  ReplacementParcelEntity,
  ReplacementParcelEventEntity,
} from './replacement-parcel.entity.js'

/** All SQL about parcels of goods sent again. Whoever writes has locked their order. */
@Injectable()
export class ReplacementParcelRepository {
  async insert(tx: Tx, parcel: Partial<ReplacementParcelEntity>): Promise<void> {
    await tx.getRepository(ReplacementParcelEntity).insert(parcel)
  }

  find(reader: Reader, caseId: Id): Promise<ReplacementParcelEntity | null> {
    return reader.getRepository(ReplacementParcelEntity).findOneBy({ caseId })
  }

  async get(tx: Tx, caseId: Id): Promise<ReplacementParcelEntity> {
    return (await this.find(tx, caseId)) ?? missing()
  }

  async save(tx: Tx, parcel: ReplacementParcelEntity): Promise<void> {
    await tx.getRepository(ReplacementParcelEntity).save(parcel)
  }

  eventsOf(reader: Reader, caseId: Id): Promise<ReplacementParcelEventEntity[]> {
    return reader
      .getRepository(ReplacementParcelEventEntity)
      .find({ where: { caseId }, order: { happenedAt: 'ASC', id: 'ASC' } })
  }

  /** The buyer has it, or nobody said otherwise: its courier is not asked any more. */
  async accept(tx: Tx, caseId: Id): Promise<void> {
    await execute(
      tx,
      `update replacement_parcels set state = 'accepted', next_poll_at = null
       where case_id = $1 and state in ('dispatched', 'delivered')`,
      [caseId],
    )
  }

  /** Parcels whose courier is due to be asked, longest waiting first. */
  due(reader: Reader, now: Date, limit: number): Promise<DueParcel[]> {
    return rows<DueParcel>(
      reader,
      `select p.case_id as id, c.order_id as "orderId", c.resend_courier as courier, c.resend_tracking as "trackingNumber",
         p.dispatched_at as "dispatchedAt", p.temperature_mode as "temperatureMode", o.is_in_baoshan as "isInBaoshan",
         p.arrives_from - shanghai_day(p.dispatched_at) as "minDays", p.arrives_to - shanghai_day(p.dispatched_at) as "maxDays"
       from replacement_parcels p join after_sale_cases c on c.id = p.case_id join orders o on o.id = c.order_id
       where p.state = 'dispatched' and p.next_poll_at <= $1 order by p.next_poll_at limit $2`,
      [now, limit],
    )
  }

  /** Asks again at an instant, whatever came of it; null: never. */
  async postpone(tx: Tx, caseId: Id, until: Date | null): Promise<void> {
    await execute(tx, 'update replacement_parcels set next_poll_at = $2 where case_id = $1', [
      caseId,
      until,
    ])
  }
}

function missing(): never {
  throw notFound()
}
