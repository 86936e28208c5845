import { Injectable } from '@nestjs/common'
import type { Id } from '@weibao/kernel'
import { execute, notFound, row, type Reader, type Tx } from '@weibao/platform'
import { ReviewPhotoEntity } from './review.entity.js'

/** All SQL about photographs of reviews. Whoever writes has locked the order of the line. */
@Injectable()
export class ReviewPhotoRepository {
  async insert(tx: Tx, photo: ReviewPhotoEntity): Promise<void> {
    await tx.getRepository(ReviewPhotoEntity).insert(photo)
  }

  async get(reader: Reader, id: Id): Promise<ReviewPhotoEntity> {
    const found = await reader.getRepository(ReviewPhotoEntity).findOneBy({ id })
    if (!found) throw notFound()
    return found
  }

  async countWaiting(reader: Reader, orderLineId: Id): Promise<number> {
    const found = await row<{ n: number }>(
      reader,
      'select count(*) as n from review_photos where order_line_id = $1 and review_id is null',
      [orderLineId],
    )
    return found!.n
  }

  /** Shows waiting photographs of the line with its review; how many there are of those named then. */
  async attach(
    tx: Tx,
    { orderLineId, reviewId, photoIds, isAddition }: Attaching,
  ): Promise<number> {
    await execute(
      tx,
      `update review_photos set review_id = $2, is_addition = $4
       where order_line_id = $1 and review_id is null and id = any($3)`,
      [orderLineId, reviewId, photoIds, isAddition],
    )
    const found = await row<{ n: number }>(
      tx,
      `select count(*) as n from review_photos where review_id = $1 and is_addition = $3 and id = any($2)`,
      [reviewId, photoIds, isAddition],
    )
    return found!.n
  }

  /** Takes off what a changed review no longer shows, files and all. */
  async dropOthers(tx: Tx, reviewId: Id, photoIds: readonly Id[]): Promise<void> {
    await execute(
      tx,
      `with gone as (delete from review_photos where review_id = $1 and not is_addition and not id = any($2)
         returning file_id)
       delete from files f using gone where f.id = gone.file_id`,
      [reviewId, photoIds],
    )
  }
}

interface Attaching {
  readonly orderLineId: Id
  readonly reviewId: Id
  readonly photoIds: readonly Id[]
  readonly isAddition: boolean
}
