import { Injectable } from '@nestjs/common'
import type {
  DecideReview,
  ProductReview,
  ProductReviewRow,
} from '@weibao/contracts/product-review'
import { impliedFlags, papersNeeded } from '@weibao/contracts/product-rules'
import { Audit } from '@weibao/identity'
import { Clock, type Id } from '@weibao/kernel'
import {
  Actor,
  decodeCursor,
  notFound,
  refusal,
  toPage,
  UnitOfWork,
  type Reader,
  type Tx,
} from '@weibao/platform'
import { changedFacts } from './approved-facts.js'
import { CatalogNotices } from './catalog.notices.js'
import { CatalogSearch } from '../search/catalog-search.service.js'
import { PapersInForce } from '../papers/papers-in-force.service.js'
import { Papers } from '../papers/papers.service.js'
import { ProductChangeRepository } from '../products/product-change.repository.js'
import { productLifecycle } from '../products/product.lifecycle.js'
import { ProductReviewRepository, type ReviewRow } from './product-review.repository.js'
import { Products } from '../products/products.service.js'

const SHORTEST_REASON = 4

/** What cooperatives hand in, and the liaison's word on it: never by whoever handed it in. */
@Injectable()
export class ProductReviews {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly reviews: ProductReviewRepository,
    private readonly changes: ProductChangeRepository,
    private readonly products: Products,
    private readonly papers: Papers,
    private readonly inForce: PapersInForce,
    private readonly search: CatalogSearch,
    private readonly audit: Audit,
    private readonly notices: CatalogNotices,
  ) {}

  async list(query: {
    limit: number
    cursor?: string | undefined
    state: 'waiting' | 'approved' | 'returned'
  }) {
    const after = decodeCursor(query.cursor, 1)
    const found = await this.reviews.list(this.unitOfWork.reader, {
      state: query.state,
      after: after ? String(after[0]) : null,
      limit: query.limit,
    })
    return toPage(found, query.limit, (last) => [last.id], toRowView)
  }

  async get(actor: Actor, id: Id): Promise<ProductReview> {
    const review = await this.reviews.byId(this.unitOfWork.reader, id)
    if (!review) throw notFound()
    return this.view(this.unitOfWork.reader, actor, review)
  }

  /** Lists the product, or shows its changed facts; or sends it back with a reason. */
  async decide(actor: Actor, id: Id, { state, reason }: DecideReview): Promise<ProductReview> {
    if (state === 'returned' && [...reason].length < SHORTEST_REASON)
      throw refusal('review.reason-needed')
    return this.unitOfWork.run(async (tx) => {
      // The product's row first, as whoever edits it locks it first.
      const named = await this.reviews.byId(tx, id)
      if (!named) throw notFound()
      await this.changes.ownForUpdate(tx, named.cooperativeId, named.productId)
      const review = (await this.reviews.forUpdate(tx, id))!
      if (review.state !== 'waiting') throw refusal('review.decided-already')
      if (review.submittedBy === actor.personId) throw refusal('review.decided-by-submitter')
      const decidedAt = this.clock.now()
      await this.reviews.decide(tx, id, { state, reason, decidedBy: actor.personId, decidedAt })
      if (state === 'approved') await this.approve(tx, review)
      else if (review.kind === 'listing')
        await this.changes.setState(tx, review.productId, 'returned', decidedAt)
      await this.search.reindex(tx, [review.productId])
      await this.audit.record(tx, {
        act: 'product.reviewed',
        actor,
        object: { kind: 'product', id: review.productId },
        organisationId: review.cooperativeId,
        after: { state, kind: review.kind, changed: changedFacts(review.before, review.facts) },
        reason: reason || null,
      })
      await this.notices.reviewed(tx, review, { state, reason })
      return this.view(tx, actor, (await this.reviews.byId(tx, id))!)
    })
  }

  private async approve(tx: Tx, review: ReviewRow): Promise<void> {
    const product = await this.changes.ownForUpdate(tx, review.cooperativeId, review.productId)
    if (!product) throw notFound()
    const facts = { ...product, ...review.facts }
    await this.inForce.mustHave(tx, product, papersNeeded(facts))
    if (review.kind === 'change') {
      const ruled = { ...facts, ...impliedFlags(facts) }
      return this.changes.saveFacts(tx, product.id, ruled, this.clock.now())
    }
    const state = productLifecycle.move(product.state, 'listed')
    await this.changes.setState(tx, product.id, state, this.clock.now())
  }

  private async view(reader: Reader, actor: Actor, review: ReviewRow): Promise<ProductReview> {
    const { cooperativeId, productId } = review
    const papers = await this.papers.covering(reader, cooperativeId, productId)
    return {
      ...toRowView(review),
      before: review.before,
      facts: review.facts,
      product: await this.products.viewOf(reader, cooperativeId, productId),
      papers,
      isOwn: review.submittedBy === actor.personId,
    }
  }
}

function toRowView(review: ReviewRow): ProductReviewRow {
  return {
    id: review.id,
    kind: review.kind,
    state: review.state,
    submittedAt: review.submittedAt.toISOString(),
    decidedAt: review.decidedAt?.toISOString() ?? null,
    reason: review.reason,
    productId: review.productId,
    productName: review.productName,
    cooperativeId: review.cooperativeId,
    cooperativeName: review.cooperativeName,
    changed: changedFacts(review.before, review.facts),
  }
}
