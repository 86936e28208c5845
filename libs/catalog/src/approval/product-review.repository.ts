import { Injectable } from '@nestjs/common'
import type { ApprovedFacts, ReviewSummary } from '@weibao/contracts/product-management'
import type { Bilingual } from '@weibao/contracts/basics'
import type { Id } from '@weibao/kernel'
import { row, rows, type Reader, type Tx } from '@weibao/platform'

export interface ReviewRow {
  readonly id: Id
  readonly kind: ReviewSummary['kind']
  readonly state: ReviewSummary['state']
  readonly facts: ApprovedFacts
  readonly before: ApprovedFacts | null
  readonly submittedBy: Id
  readonly submittedAt: Date
  readonly decidedAt: Date | null
  readonly reason: string
  readonly productId: Id
  readonly productName: Bilingual
  readonly cooperativeId: Id
  readonly cooperativeName: Bilingual
}

export interface NewReview {
  readonly id: Id
  readonly productId: Id
  readonly cooperativeId: Id
  readonly kind: ReviewRow['kind']
  readonly facts: ApprovedFacts
  readonly before: ApprovedFacts | null
  readonly submittedBy: Id
  readonly submittedAt: Date
}

const ROW = `
  select v.id, v.kind, v.state, v.facts, v.before, v.submitted_by as "submittedBy", v.submitted_at as "submittedAt",
    v.decided_at as "decidedAt", v.reason, v.product_id as "productId", v.facts -> 'name' as "productName",
    v.cooperative_id as "cooperativeId", jsonb_build_object('zh', c.name_zh, 'en', c.name_en) as "cooperativeName"
  from product_reviews v join cooperative_profiles c on c.organisation_id = v.cooperative_id`

@Injectable()
export class ProductReviewRepository {
  /** What waits: the longest waiting first. What is decided: the newest first. */
  list(
    reader: Reader,
    { state, after, limit }: { state: ReviewRow['state']; after: Id | null; limit: number },
  ): Promise<ReviewRow[]> {
    const [order, beyond] = state === 'waiting' ? ['asc', '>'] : ['desc', '<']
    return rows<ReviewRow>(
      reader,
      `${ROW} where v.state = $1 and ($2::uuid is null or v.id ${beyond} $2) order by v.id ${order} limit $3`,
      [state, after, limit + 1],
    )
  }

  byId(reader: Reader, id: Id): Promise<ReviewRow | null> {
    return row<ReviewRow>(reader, `${ROW} where v.id = $1`, [id])
  }

  forUpdate(tx: Tx, id: Id): Promise<ReviewRow | null> {
    return row<ReviewRow>(tx, `${ROW} where v.id = $1 for update of v`, [id])
  }

  async waitingOf(tx: Tx, productId: Id): Promise<{ id: Id; kind: ReviewRow['kind'] } | null> {
    return row<{ id: Id; kind: ReviewRow['kind'] }>(
      tx,
      `select id, kind from product_reviews where product_id = $1 and state = 'waiting' for update`,
      [productId],
    )
  }

  async insert(tx: Tx, review: NewReview): Promise<void> {
    await rows(
      tx,
      `insert into product_reviews (id, product_id, cooperative_id, kind, facts, before, submitted_by, submitted_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        review.id,
        review.productId,
        review.cooperativeId,
        review.kind,
        JSON.stringify(review.facts),
        review.before && JSON.stringify(review.before),
        review.submittedBy,
        review.submittedAt,
      ],
    )
  }

  async recall(tx: Tx, id: Id): Promise<void> {
    await rows(tx, `update product_reviews set state = 'recalled' where id = $1`, [id])
  }

  async decide(
    tx: Tx,
    id: Id,
    decision: { state: 'approved' | 'returned'; reason: string; decidedBy: Id; decidedAt: Date },
  ): Promise<void> {
    await rows(
      tx,
      `update product_reviews set state = $2, reason = $3, decided_by = $4, decided_at = $5 where id = $1`,
      [id, decision.state, decision.reason, decision.decidedBy, decision.decidedAt],
    )
  }
}
