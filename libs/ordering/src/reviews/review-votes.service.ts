import { Injectable } from '@nestjs/common'
import { Clock, type Id } from '@weibao/kernel'
import { execute, notFound, refusal, rows, UnitOfWork, type Actor, type Tx } from '@weibao/platform'
import { ReviewRepository, type ReviewRow } from './review.repository.js'

/** Who finds which review useful: a vote a person, not for one's own. The count stands in the review. */
@Injectable()
export class ReviewVotes {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly reviews: ReviewRepository,
  ) {}

  /** A second vote of the same person changes nothing. */
  vote(actor: Actor, id: Id): Promise<{ usefulCount: number }> {
    return this.unitOfWork.run(async (tx) => {
      const review = await this.shown(tx, id)
      if (review.personId === actor.personId) throw refusal('review.own-vote')
      const given = await execute(
        tx,
        `insert into review_votes (review_id, person_id, voted_at) values ($1, $2, $3)
         on conflict do nothing returning review_id`,
        [id, actor.personId, this.clock.now()],
      )
      return this.counted(tx, review, given)
    })
  }

  unvote(actor: Actor, id: Id): Promise<{ usefulCount: number }> {
    return this.unitOfWork.run(async (tx) => {
      const review = await this.shown(tx, id)
      const taken = await execute(
        tx,
        'delete from review_votes where review_id = $1 and person_id = $2 returning review_id',
        [id, actor.personId],
      )
      return this.counted(tx, review, -taken)
    })
  }

  /** Which reviews of a product a person finds useful. */
  async mine(actor: Actor, slug: string): Promise<{ reviewIds: Id[] }> {
    const found = await rows<{ id: Id }>(
      this.unitOfWork.reader,
      `select v.review_id as id from review_votes v join reviews r on r.id = v.review_id
         join product_search s on s.product_id = r.product_id
       where v.person_id = $1 and s.slug = $2 and not r.is_hidden order by v.review_id desc limit 1000`,
      [actor.personId, slug],
    )
    return { reviewIds: found.map(({ id }) => id) }
  }

  /** Locked, so that the count and the votes move together. */
  private async shown(tx: Tx, id: Id): Promise<ReviewRow> {
    const review = await this.reviews.lock(tx, id)
    if (!review || review.isHidden) throw notFound()
    return review
  }

  private async counted(
    tx: Tx,
    { id, usefulCount }: ReviewRow,
    change: number,
  ): Promise<{ usefulCount: number }> {
    if (change !== 0)
      await execute(tx, 'update reviews set useful_count = useful_count + $2 where id = $1', [
        id,
        change,
      ])
    return { usefulCount: usefulCount + change }
  }
}
