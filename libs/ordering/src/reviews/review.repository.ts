import { Injectable } from '@nestjs/common'
import type { Bilingual } from '@weibao/contracts/basics'
import type { Id } from '@weibao/kernel'
import { execute, row, rows, type Reader, type Tx } from '@weibao/platform'

export interface ReviewRow {
  readonly id: Id
  readonly orderLineId: Id
  readonly orderId: Id
  readonly orderNumber: string
  readonly productId: Id
  readonly productSlug: string
  readonly productName: Bilingual
  readonly skuName: Bilingual
  readonly cooperativeId: Id
  readonly personId: Id | null
  readonly author: string
  readonly rating: number
  readonly body: string
  readonly writtenAt: Date
  readonly editedAt: Date | null
  readonly answer: string | null
  readonly answeredAt: Date | null
  readonly isHidden: boolean
  readonly hiddenReason: string
  readonly reports: number
  readonly addition: string | null
  readonly addedAt: Date | null
  readonly usefulCount: number
  readonly photos: readonly ReviewPhoto[]
}

/** A photograph of a review, as it is shown. */
export interface ReviewPhoto {
  readonly id: Id
  readonly width: number
  readonly height: number
  readonly isAddition: boolean
}

/** A line that its buyer may review, locked. */
export interface ReceivedLine {
  readonly orderId: Id
  readonly productId: Id
  readonly cooperativeId: Id
  readonly personId: Id | null
  readonly guestKey: string | null
  readonly recipient: string
  readonly isReceived: boolean
}

export interface ReviewPage {
  readonly limit: number
  readonly before: Id | null
}

const ROW = `
  select r.id, r.order_line_id as "orderLineId", r.order_id as "orderId", o.number as "orderNumber",
    r.product_id as "productId", l.product_slug as "productSlug",
    jsonb_build_object('zh', l.name_zh, 'en', l.name_en) as "productName",
    jsonb_build_object('zh', l.sku_name_zh, 'en', l.sku_name_en) as "skuName",
    r.cooperative_id as "cooperativeId", r.person_id as "personId", r.author, r.rating, r.body,
    r.written_at as "writtenAt", r.edited_at as "editedAt", r.answer, r.answered_at as "answeredAt",
    r.is_hidden as "isHidden", r.hidden_reason as "hiddenReason",
    r.addition, r.added_at as "addedAt", r.useful_count as "usefulCount",
    (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'width', f.width, 'height', f.height,
       'isAddition', f.is_addition) order by f.id), '[]') from review_photos f where f.review_id = r.id) as photos,
    (select count(*) from review_reports p where p.review_id = r.id and p.settled_at is null) as reports
  from reviews r join order_lines l on l.id = r.order_line_id join orders o on o.id = r.order_id`

/** SQL about reviews; what of them is a person's own is in `reviews-data.repository.ts`. */
@Injectable()
export class ReviewRepository {
  /** Newest first, or the most useful first; `after` is the last of the page before. */
  ofProduct(
    reader: Reader,
    slug: string,
    filter: {
      readonly stars: number | null
      readonly withPhotos: boolean
      readonly sort: 'newest' | 'useful'
      readonly after: { readonly usefulCount: number; readonly id: Id } | null
      readonly limit: number
    },
  ): Promise<ReviewRow[]> {
    const isUseful = filter.sort === 'useful'
    return rows<ReviewRow>(
      reader,
      `${ROW} where r.product_id = (select product_id from product_search where slug = $1 and has_page)
         and not r.is_hidden and ($2::int is null or r.rating = $2)
         and (not $3::boolean or exists (select from review_photos f where f.review_id = r.id))
         and ($5::uuid is null or ${isUseful ? '(r.useful_count, r.id) < ($6::int, $5)' : '(r.id < $5 and $6::int is not null)'})
       order by ${isUseful ? 'r.useful_count desc, ' : ''}r.id desc limit $4`,
      [
        slug,
        filter.stars,
        filter.withPhotos,
        filter.limit,
        filter.after?.id ?? null,
        filter.after?.usefulCount ?? null,
      ],
    )
  }

  async countWithPhotos(reader: Reader, slug: string): Promise<number> {
    const found = await row<{ n: number }>(
      reader,
      `select count(*) as n from reviews r join product_search s on s.product_id = r.product_id
       where s.slug = $1 and not r.is_hidden and exists (select from review_photos f where f.review_id = r.id)`,
      [slug],
    )
    return found!.n
  }

  /** How many reviews of a product gave each number of stars; null when the product has no page. */
  async starsOf(reader: Reader, slug: string): Promise<number[] | null> {
    const found = await row<{ stars: number[] }>(
      reader,
      `select array(select (select count(*)::int from reviews r
           where r.product_id = s.product_id and not r.is_hidden and r.rating = n)
         from generate_series(1, 5) as n) as stars
       from product_search s where s.slug = $1 and s.has_page`,
      [slug],
    )
    return found?.stars ?? null
  }

  ofCooperative(
    reader: Reader,
    cooperativeId: Id,
    filter: ReviewPage & { isAnswered: boolean | null },
  ): Promise<ReviewRow[]> {
    return rows<ReviewRow>(
      reader,
      `${ROW} where r.cooperative_id = $1 and ($2::boolean is null or (r.answer is not null) = $2)
         and ($2 is distinct from false or not r.is_hidden) and ($3::uuid is null or r.id < $3)
       order by r.id desc limit $4`,
      [cooperativeId, filter.isAnswered, filter.before, filter.limit],
    )
  }

  async countToAnswer(reader: Reader, cooperativeId: Id): Promise<number> {
    const found = await row<{ n: number }>(
      reader,
      'select count(*) as n from reviews where cooperative_id = $1 and answer is null and not is_hidden',
      [cooperativeId],
    )
    return found!.n
  }

  all(
    reader: Reader,
    filter: ReviewPage & { state: 'reported' | 'hidden' | null },
  ): Promise<ReviewRow[]> {
    return rows<ReviewRow>(
      reader,
      `${ROW} where ($1::text is null or ($1 = 'hidden' and r.is_hidden) or ($1 = 'reported'
           and r.id in (select review_id from review_reports where settled_at is null)))
         and ($2::uuid is null or r.id < $2)
       order by r.id desc limit $3`,
      [filter.state, filter.before, filter.limit],
    )
  }

  ofOrder(reader: Reader, orderId: Id): Promise<ReviewRow[]> {
    return rows<ReviewRow>(reader, `${ROW} where r.order_id = $1`, [orderId])
  }

  find(reader: Reader, id: Id): Promise<ReviewRow | null> {
    return row<ReviewRow>(reader, `${ROW} where r.id = $1`, [id])
  }

  lock(tx: Tx, id: Id): Promise<ReviewRow | null> {
    return row<ReviewRow>(tx, `${ROW} where r.id = $1 for update of r`, [id])
  }

  findOfLine(tx: Tx, orderLineId: Id): Promise<ReviewRow | null> {
    return row<ReviewRow>(tx, `${ROW} where r.order_line_id = $1`, [orderLineId])
  }

  /** The line and who bought it; its order stays locked, so that of two first reviews one waits. */
  lockLine(tx: Tx, orderLineId: Id): Promise<ReceivedLine | null> {
    return row<ReceivedLine>(
      tx,
      `select o.id as "orderId", l.product_id as "productId", o.cooperative_id as "cooperativeId",
         o.person_id as "personId", o.guest_key as "guestKey", o.recipient,
         o.state in ('accepted', 'closed') and l.quantity > (select coalesce(sum(s.quantity), 0)
           from after_sale_lines s join after_sale_cases c on c.id = s.case_id
          where s.order_line_id = l.id and c.kind = 'not-shipped') as "isReceived"
       from order_lines l join orders o on o.id = l.order_id where l.id = $1 for no key update of o`,
      [orderLineId],
    )
  }

  async insert(
    tx: Tx,
    review: {
      id: Id
      orderLineId: Id
      line: ReceivedLine
      author: string
      rating: number
      body: string
      at: Date
    },
  ): Promise<void> {
    const { line } = review
    await execute(
      tx,
      `insert into reviews (id, order_line_id, order_id, product_id, cooperative_id, person_id, author, rating, body, written_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        review.id,
        review.orderLineId,
        line.orderId,
        line.productId,
        line.cooperativeId,
        line.personId,
        review.author,
        review.rating,
        review.body,
        review.at,
      ],
    )
  }

  async change(tx: Tx, id: Id, review: { rating: number; body: string; at: Date }): Promise<void> {
    await execute(tx, 'update reviews set rating = $2, body = $3, edited_at = $4 where id = $1', [
      id,
      review.rating,
      review.body,
      review.at,
    ])
  }

  async add(tx: Tx, id: Id, addition: { text: string; at: Date }): Promise<void> {
    await execute(tx, 'update reviews set addition = $2, added_at = $3 where id = $1', [
      id,
      addition.text,
      addition.at,
    ])
  }

  async answer(tx: Tx, id: Id, answer: { text: string; by: Id; at: Date }): Promise<void> {
    await execute(
      tx,
      'update reviews set answer = $2, answered_by = $3, answered_at = $4 where id = $1',
      [id, answer.text, answer.by, answer.at],
    )
  }

  /** Hides with a reason or shows again without; what was reported is settled with it. */
  async setHidden(tx: Tx, id: Id, hiddenReason: string, at: Date): Promise<void> {
    await execute(tx, `update reviews set is_hidden = $2 <> '', hidden_reason = $2 where id = $1`, [
      id,
      hiddenReason,
    ])
    await execute(
      tx,
      'update review_reports set settled_at = $2 where review_id = $1 and settled_at is null',
      [id, at],
    )
  }

  async report(tx: Tx, id: Id, report: { personId: Id; reason: string; at: Date }): Promise<void> {
    await execute(
      tx,
      `insert into review_reports (review_id, person_id, reason, reported_at) values ($1, $2, $3, $4)
       on conflict do nothing`,
      [id, report.personId, report.reason, report.at],
    )
  }

  /** Number and sum of the stars shown of a product. */
  async ratingOf(tx: Tx, productId: Id): Promise<{ count: number; sum: number }> {
    const found = await row<{ count: number; sum: number }>(
      tx,
      `select count(*) as count, coalesce(sum(rating), 0) as sum from reviews where product_id = $1 and not is_hidden`,
      [productId],
    )
    return found!
  }
}
