import { Injectable } from '@nestjs/common'
import type { Id } from '@weibao/kernel'
import { execute, rows, type Reader, type Tx } from '@weibao/platform'

/** SQL about what a person said in reviews. */
@Injectable()
export class ReviewsDataRepository {
  exportOf(reader: Reader, personId: Id): Promise<unknown[]> {
    return rows(
      reader,
      `select rating, body as text, written_at as "writtenAt", edited_at as "editedAt", addition, added_at as "addedAt",
         answer from reviews
       where person_id = $1 order by id`,
      [personId],
    )
  }

  /** What the person said goes; that somebody gave so many stars stays. */
  async erasePerson(tx: Tx, personId: Id): Promise<void> {
    await execute(
      tx,
      `with gone as (delete from review_photos p using order_lines l, orders o
         where l.id = p.order_line_id and o.id = l.order_id and o.person_id = $1 and o.buyer_id is null
         returning p.file_id)
       delete from files f using gone where f.id = gone.file_id`,
      [personId],
    )
    await execute(
      tx,
      `update reviews set person_id = null, author = '—', body = '',
         addition = case when addition is null then null else '' end where person_id = $1`,
      [personId],
    )
    await execute(
      tx,
      `with gone as (delete from review_votes where person_id = $1 returning review_id)
       update reviews r set useful_count = useful_count - 1 from gone where r.id = gone.review_id`,
      [personId],
    )
    await execute(tx, 'delete from review_reports where person_id = $1', [personId])
  }
}
