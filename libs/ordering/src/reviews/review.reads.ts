import { Injectable } from '@nestjs/common'
import type { ManagedReview, ReviewableLine } from '@weibao/contracts/review'
import { Clock, localDay, type Id } from '@weibao/kernel'
import { decodeCursor, notFound, toPage, UnitOfWork, type Actor } from '@weibao/platform'
import { Settings } from '@weibao/settings'
import { OrderRepository } from '../order.repository.js'
import { mustBeBuyer, type Shopper } from '../shopper.js'
import { ReviewRepository } from './review.repository.js'
import { summarise, toManagedReview, toReview } from './review.views.js'

interface PageQuery {
  readonly cursor?: string | undefined
  readonly limit: number
}

interface ProductQuery extends PageQuery {
  readonly stars?: number | undefined
  readonly withPhotos?: boolean | undefined
  readonly sort: 'newest' | 'useful'
}

const DAY_MILLIS = 86_400_000

/** Reviews as shoppers, their authors, cooperatives and moderators see them. */
@Injectable()
export class ReviewReads {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly reviews: ReviewRepository,
    private readonly orders: OrderRepository,
  ) {}

  async ofProduct(slug: string, query: ProductQuery) {
    const { reader } = this.unitOfWork
    const { sort } = query
    const cursor = decodeCursor(query.cursor, 2)
    const after = cursor && { usefulCount: Number(cursor[0]), id: String(cursor[1]) as Id }
    const [found, byStars, withPhotos] = await Promise.all([
      this.reviews.ofProduct(reader, slug, {
        stars: query.stars ?? null,
        withPhotos: query.withPhotos ?? false,
        sort,
        after: after ?? null,
        limit: query.limit + 1,
      }),
      this.reviews.starsOf(reader, slug),
      this.reviews.countWithPhotos(reader, slug),
    ])
    if (!byStars) throw notFound()
    return {
      ...toPage(found, query.limit, ({ id, usefulCount }) => [usefulCount, id], toReview),
      summary: summarise(byStars),
      withPhotos,
    }
  }

  /** Each line of the shopper's own order, and whether it can be reviewed now. */
  async ofOrder(shopper: Shopper | null, orderId: Id): Promise<{ items: ReviewableLine[] }> {
    if (!shopper) throw notFound()
    const { reader } = this.unitOfWork
    const order = await this.orders.get(reader, orderId)
    mustBeBuyer(shopper, order)
    const now = this.clock.now()
    const [lines, cancelled, reviews, days, addDays] = await Promise.all([
      this.orders.linesOf(reader, [orderId]),
      this.orders.cancelledOf(reader, [orderId]),
      this.reviews.ofOrder(reader, orderId),
      this.settings.get(reader, 'ordering.review-edit-days', localDay(now)),
      this.settings.get(reader, 'ordering.review-addition-days', localDay(now)),
    ])
    const isReceived = order.state === 'accepted' || order.state === 'closed'
    return {
      items: lines.map((line) => {
        const review = reviews.find(({ orderLineId }) => orderLineId === line.id)
        const age = review ? now.getTime() - review.writtenAt.getTime() : 0
        const isOpen = age <= days * DAY_MILLIS
        return {
          orderLineId: line.id,
          productSlug: line.productSlug,
          name: { zh: line.nameZh, en: line.nameEn },
          skuName: { zh: line.skuNameZh, en: line.skuNameEn },
          review: review ? { ...toReview(review), isHidden: review.isHidden } : null,
          canWrite: isReceived && isOpen && (cancelled.get(line.id) ?? 0) < line.quantity,
          canAdd: review?.addition === null && age <= addDays * DAY_MILLIS,
        }
      }),
    }
  }

  async ofCooperative(
    actor: Actor,
    cooperativeId: Id,
    query: PageQuery & { answered?: 'yes' | 'no' | undefined },
  ) {
    actor.mustReach('review:answer', cooperativeId)
    const { reader } = this.unitOfWork
    const isAnswered = query.answered ? query.answered === 'yes' : null
    const [found, toAnswer] = await Promise.all([
      this.reviews.ofCooperative(reader, cooperativeId, { ...pageOf(query), isAnswered }),
      this.reviews.countToAnswer(reader, cooperativeId),
    ])
    return { ...toPage(found, query.limit, ({ id }) => [id], toManagedReview), toAnswer }
  }

  async all(query: PageQuery & { state?: 'reported' | 'hidden' | undefined }) {
    const found = await this.reviews.all(this.unitOfWork.reader, {
      ...pageOf(query),
      state: query.state ?? null,
    })
    return toPage(found, query.limit, ({ id }) => [id], toManagedReview)
  }

  async managed(id: Id): Promise<ManagedReview> {
    const found = await this.reviews.find(this.unitOfWork.reader, id)
    if (!found) throw notFound()
    return toManagedReview(found)
  }
}

function pageOf({ cursor, limit }: PageQuery) {
  const before = decodeCursor(cursor, 1)?.[0] ?? null
  return { limit: limit + 1, before: before === null ? null : String(before) }
}
