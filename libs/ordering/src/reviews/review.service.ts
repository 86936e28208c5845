import { Injectable } from '@nestjs/common'
import type { AuditAct } from '@weibao/contracts/audit'
import { CatalogSearch } from '@weibao/catalog'
import type { ReviewableLine } from '@weibao/contracts/review'
import { Notifier } from '@weibao/documents'
import { Audit, Members } from '@weibao/identity'
import { Clock, localDay, newId, type Id } from '@weibao/kernel'
import { notFound, refusal, UnitOfWork, type Actor, type Tx } from '@weibao/platform'
import { Settings } from '@weibao/settings'
import { mustBeBuyer, type Shopper } from '../shopper.js'
import { ReviewPhotoRepository } from './review-photo.repository.js'
import { ReviewReads } from './review.reads.js'
import { ReviewRepository, type ReviewRow } from './review.repository.js'
import { maskName } from './review.views.js'

const DAY_MILLIS = 86_400_000

/** Written by whoever received the goods, answered by who sold them, moderated with a reason. */
@Injectable()
export class ReviewService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly reviews: ReviewRepository,
    private readonly photos: ReviewPhotoRepository,
    private readonly reads: ReviewReads,
    private readonly search: CatalogSearch,
    private readonly notifier: Notifier,
    private readonly members: Members,
    private readonly audit: Audit,
  ) {}

  /**
   * Reviews a line of an accepted order, or changes the review within the set days. Refuses with
   * `review.not-received` or `review.edit-over`; a foreign line is not there.
   */
  async write(
    shopper: Shopper,
    orderLineId: Id,
    { rating, text, photoIds }: { rating: number; text: string; photoIds: readonly Id[] },
  ): Promise<ReviewableLine> {
    const orderId = await this.unitOfWork.run(async (tx) => {
      const line = await this.reviews.lockLine(tx, orderLineId)
      if (!line) throw notFound()
      mustBeBuyer(shopper, line)
      if (!line.isReceived) throw refusal('review.not-received')
      const at = this.clock.now()
      const known = await this.reviews.findOfLine(tx, orderLineId)
      const reviewId = known?.id ?? newId()
      if (known) {
        await this.refuseAfterDays(tx, known, at)
        await this.reviews.change(tx, known.id, { rating, body: text, at })
      } else {
        const author = maskName(line.recipient)
        await this.reviews.insert(tx, {
          id: reviewId,
          orderLineId,
          line,
          author,
          rating,
          body: text,
          at,
        })
        await this.tellCooperative(tx, line.cooperativeId, orderLineId, rating)
      }
      await this.photos.dropOthers(tx, reviewId, photoIds)
      await this.show(tx, { orderLineId, reviewId, photoIds, isAddition: false })
      await this.refreshRating(tx, line.productId)
      return line.orderId
    })
    const { items } = await this.reads.ofOrder(shopper, orderId)
    return items.find((item) => item.orderLineId === orderLineId)!
  }

  /** Its author adds to a review, once. Refuses with `review.added-already` or `review.addition-over`. */
  async add(
    shopper: Shopper,
    id: Id,
    { text, photoIds }: { text: string; photoIds: readonly Id[] },
  ): Promise<ReviewableLine> {
    const { orderId, orderLineId } = await this.unitOfWork.run(async (tx) => {
      const found = await this.reviews.find(tx, id)
      const line = found && (await this.reviews.lockLine(tx, found.orderLineId))
      if (!found || !line) throw notFound()
      mustBeBuyer(shopper, line)
      const review = await this.reviews.lock(tx, id)
      if (review!.addition !== null) throw refusal('review.added-already')
      const at = this.clock.now()
      const days = await this.settings.get(tx, 'ordering.review-addition-days', localDay(at))
      if (at.getTime() - review!.writtenAt.getTime() > days * DAY_MILLIS)
        throw refusal('review.addition-over', { days })
      await this.reviews.add(tx, id, { text, at })
      await this.show(tx, {
        orderLineId: found.orderLineId,
        reviewId: id,
        photoIds,
        isAddition: true,
      })
      return found
    })
    const { items } = await this.reads.ofOrder(shopper, orderId)
    return items.find((item) => item.orderLineId === orderLineId)!
  }

  /** The cooperative answers once. Refuses with `review.answered`. */
  async answer(actor: Actor, id: Id, text: string) {
    await this.unitOfWork.run(async (tx) => {
      const review = await this.reviews.lock(tx, id)
      if (!review || !actor.mayFor('review:answer', review.cooperativeId)) throw notFound()
      if (review.answer !== null) throw refusal('review.answered')
      await this.reviews.answer(tx, id, { text, by: actor.personId, at: this.clock.now() })
      await this.record(tx, actor, review, 'review.answered', null)
      if (review.personId)
        await this.notifier.notify(tx, {
          personId: review.personId,
          kind: 'review-answered',
          params: { orderId: review.orderId, product: review.productName },
        })
    })
    return this.reads.managed(id)
  }

  async hide(actor: Actor, id: Id, reason: string) {
    await this.moderate(actor, id, { act: 'review.hidden', reason, hiddenReason: reason })
    return this.reads.managed(id)
  }

  async restore(actor: Actor, id: Id, reason: string) {
    await this.moderate(actor, id, { act: 'review.restored', reason, hiddenReason: '' })
    return this.reads.managed(id)
  }

  /** Once a person; a second report of theirs changes nothing. */
  async report(actor: Actor, id: Id, reason: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const review = await this.reviews.lock(tx, id)
      if (!review || review.isHidden) throw notFound()
      await this.reviews.report(tx, id, { personId: actor.personId, reason, at: this.clock.now() })
    })
  }

  private async show(tx: Tx, shown: Parameters<ReviewPhotoRepository['attach']>[1]): Promise<void> {
    if ((await this.photos.attach(tx, shown)) !== shown.photoIds.length)
      throw refusal('review.photos-unknown')
  }

  private async moderate(
    actor: Actor,
    id: Id,
    { act, reason, hiddenReason }: { act: AuditAct; reason: string; hiddenReason: string },
  ): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const review = await this.reviews.lock(tx, id)
      if (!review) throw notFound()
      await this.reviews.setHidden(tx, id, hiddenReason, this.clock.now())
      await this.refreshRating(tx, review.productId)
      await this.record(tx, actor, review, act, reason)
    })
  }

  /** The search row is locked first: of two reviews at once the later sums up both. */
  private async refreshRating(tx: Tx, productId: Id): Promise<void> {
    await this.search.lockSupply(tx, [productId])
    await this.search.saveRating(tx, productId, await this.reviews.ratingOf(tx, productId))
  }

  private async refuseAfterDays(tx: Tx, review: ReviewRow, at: Date): Promise<void> {
    const days = await this.settings.get(tx, 'ordering.review-edit-days', localDay(at))
    if (at.getTime() - review.writtenAt.getTime() > days * DAY_MILLIS)
      throw refusal('review.edit-over', { days })
  }

  private async tellCooperative(
    tx: Tx,
    cooperativeId: Id,
    orderLineId: Id,
    rating: number,
  ): Promise<void> {
    const review = await this.reviews.findOfLine(tx, orderLineId)
    for (const personId of await this.members.peopleOf(tx, cooperativeId))
      await this.notifier.notify(tx, {
        personId,
        kind: 'review-written',
        params: { cooperativeId, product: review!.productName, rating },
      })
  }

  private async record(
    tx: Tx,
    actor: Actor,
    review: ReviewRow,
    act: AuditAct,
    reason: string | null,
  ): Promise<void> {
    await this.audit.record(tx, {
      act,
      actor,
      organisationId: review.cooperativeId,
      object: { kind: 'review', id: review.id },
      reason,
    })
  }
}
