import { Injectable } from '@nestjs/common'
import { addDays, Clock, localDay, startOfLocalDay, type Id } from '@weibao/kernel'
import { execute, rows, UnitOfWork } from '@weibao/platform'
import { Settings } from '@weibao/settings'
import { OrderNotices } from '../order.notices.js'
import { OrderRepository } from '../order.repository.js'

const BATCH = 200
/** Whoever received longer ago is left in peace: a reminder late by weeks is a nuisance. */
const LATEST_DAYS = 14

/** Reminds buyers of received goods that they have not reviewed: once an order, by the set days. */
@Injectable()
export class ReviewReminders {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly orders: OrderRepository,
    private readonly notices: OrderNotices,
  ) {}

  /** Job: one batch. Each order on its own; whoever comes second finds it reminded. */
  async remind(): Promise<void> {
    const now = this.clock.now()
    const { reader } = this.unitOfWork
    const today = localDay(now)
    const days = await this.settings.get(reader, 'ordering.review-reminder-days', today)
    const until = startOfLocalDay(addDays(today, 1 - days))
    const since = startOfLocalDay(addDays(today, -days - LATEST_DAYS))
    const due = await rows<{ id: Id }>(
      reader,
      `select o.id from goods_receipts g join orders o on o.id = g.order_id
       where g.received_at >= $1 and g.received_at < $2 and o.buyer_id is null and o.state in ('accepted', 'closed')
         and not exists (select from review_reminders m where m.order_id = o.id)
         and not exists (select from reviews r where r.order_id = o.id)
         and exists (select from order_lines l left join order_line_claims c on c.order_line_id = l.id
                      where l.order_id = o.id and coalesce(c.refunded_quantity, 0) < l.quantity)
       order by g.received_at limit $3`,
      [since, until, BATCH],
    )
    for (const { id } of due)
      await this.unitOfWork.run(async (tx) => {
        const isFirst = await execute(
          tx,
          `insert into review_reminders (order_id, reminded_at) values ($1, $2)
           on conflict do nothing returning order_id`,
          [id, now],
        )
        if (isFirst === 0) return
        const order = await this.orders.get(tx, id)
        const [line] = await this.orders.linesOf(tx, [id])
        await this.notices.askReview(tx, order, { zh: line!.nameZh, en: line!.nameEn })
      })
  }
}
