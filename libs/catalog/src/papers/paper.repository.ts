import { Injectable } from '@nestjs/common'
import type { PaperKind } from '@weibao/contracts/paper-kinds'
import type { AddPaper, ManagedPaper } from '@weibao/contracts/paper'
import type { Paper } from '@weibao/contracts/product'
import { newId, type Id, type LocalDay } from '@weibao/kernel'
import { execute, row, rows, type Reader, type Tx } from '@weibao/platform'

export interface NewPaper extends Paper {
  readonly cooperativeId: Id
  readonly productId: Id | null
}

/** A paper whose expiry is near, with the alert that is due and has not been given. */
export interface DueAlert {
  readonly id: Id
  readonly cooperativeId: Id
  readonly cooperativeZh: string
  readonly cooperativeEn: string
  readonly kind: PaperKind
  readonly number: string
  readonly expiresOn: LocalDay
  readonly daysLeft: number
}

export const REPLACED = `exists (select from papers b where b.cooperative_id = a.cooperative_id and b.kind = a.kind
  and b.product_id is not distinct from a.product_id and b.id <> a.id
  and (b.expires_on is null or b.expires_on > a.expires_on))`

/** $1: today. */
const MANAGED = `
  select a.id, a.kind, a.number, a.issued_on as "issuedOn", a.expires_on as "expiresOn",
    a.is_demonstration as "isDemonstration", a.expires_on - $1::date as "daysLeft", a.product_id as "productId",
    case when p.id is not null then jsonb_build_object('zh', p.name_zh, 'en', p.name_en) end as "productName",
    ${REPLACED} as "isReplaced", a.file_id as "fileId"
  from papers a left join products p on p.id = a.product_id`

@Injectable()
export class PaperRepository {
  /** Soonest to expire first; with `within`, only what expires so soon and is not replaced. */
  list(reader: Reader, cooperativeId: Id, today: LocalDay, within: number | null) {
    return rows<ManagedPaper>(
      reader,
      `${MANAGED} where a.cooperative_id = $2
         and ($3::int is null or (a.expires_on - $1::date <= $3 and not ${REPLACED}))
       order by a.expires_on nulls last, a.id limit 500`,
      [today, cooperativeId, within],
    )
  }

  /** Those of the cooperative as a whole and of the product. */
  covering(reader: Reader, cooperativeId: Id, productId: Id, today: LocalDay) {
    return rows<ManagedPaper>(
      reader,
      `${MANAGED} where a.cooperative_id = $2 and (a.product_id is null or a.product_id = $3)
       order by a.product_id nulls first, a.kind, a.expires_on nulls first limit 100`,
      [today, cooperativeId, productId],
    )
  }

  find(reader: Reader, cooperativeId: Id, id: Id, today: LocalDay): Promise<ManagedPaper | null> {
    return row<ManagedPaper>(reader, `${MANAGED} where a.cooperative_id = $2 and a.id = $3`, [
      today,
      cooperativeId,
      id,
    ])
  }

  /** Each kind on file that covers a product, and whether one of it is in force on the day. */
  kindsOf(reader: Reader, cooperativeId: Id, productId: Id, day: LocalDay) {
    return rows<{ kind: PaperKind; isInForce: boolean }>(
      reader,
      `select kind, bool_or(issued_on <= $3 and (expires_on is null or expires_on >= $3)) as "isInForce"
       from papers where cooperative_id = $1 and (product_id is null or product_id = $2) group by kind`,
      [cooperativeId, productId, day],
    )
  }

  async countOf(reader: Reader, cooperativeId: Id): Promise<number> {
    const found = await row<{ count: number }>(
      reader,
      'select count(*) as count from papers where cooperative_id = $1',
      [cooperativeId],
    )
    return found?.count ?? 0
  }

  async isOwnProduct(reader: Reader, cooperativeId: Id, productId: Id): Promise<boolean> {
    const sql = 'select 1 from products where id = $1 and cooperative_id = $2'
    return (await row(reader, sql, [productId, cooperativeId])) !== null
  }

  async insert(tx: Tx, id: Id, cooperativeId: Id, paper: AddPaper): Promise<void> {
    await execute(
      tx,
      `insert into papers (id, cooperative_id, product_id, kind, number, issued_on, expires_on)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        id,
        cooperativeId,
        paper.productId,
        paper.kind,
        paper.number,
        paper.issuedOn,
        paper.expiresOn,
      ],
    )
  }

  async insertAll(tx: Tx, papers: readonly NewPaper[]): Promise<void> {
    await rows(
      tx,
      `insert into papers (id, cooperative_id, product_id, kind, number, issued_on, expires_on, is_demonstration)
       select id, "cooperativeId", "productId", kind, number, "issuedOn", "expiresOn", "isDemonstration"
       from jsonb_to_recordset($1) as t(id uuid, "cooperativeId" uuid, "productId" uuid, kind text, number text,
         "issuedOn" date, "expiresOn" date, "isDemonstration" boolean)`,
      [JSON.stringify(papers.map((paper) => ({ ...paper, id: newId() })))],
    )
  }

  async setFile(tx: Tx, id: Id, fileId: Id): Promise<void> {
    await execute(tx, 'update papers set file_id = $2 where id = $1', [id, fileId])
  }

  async remove(tx: Tx, id: Id): Promise<void> {
    await execute(tx, 'delete from papers where id = $1', [id])
  }

  /** Papers not replaced that expire within the days and lack the alert for where they stand. */
  due(reader: Reader, today: LocalDay, marks: readonly number[], limit: number) {
    return rows<DueAlert>(
      reader,
      `select a.id, a.cooperative_id as "cooperativeId", c.name_zh as "cooperativeZh", c.name_en as "cooperativeEn", a.kind, a.number, a.expires_on as "expiresOn",
         a.expires_on - $1::date as "daysLeft"
       from papers a join cooperative_profiles c on c.organisation_id = a.cooperative_id
       where a.expires_on - $1::date between -30 and $3 and not ${REPLACED} and exists (
         select from unnest($2::int[]) as mark(days) where a.expires_on - $1::date <= mark.days
           and not exists (select from paper_alerts g where g.paper_id = a.id and g.days = mark.days))
       order by a.expires_on, a.id limit $4`,
      [today, marks, Math.max(...marks), limit],
    )
  }

  /** Records alerts as given; those that this call recorded first. */
  async markGiven(tx: Tx, paperId: Id, marks: readonly number[], at: Date): Promise<number[]> {
    const found = await rows<{ days: number }>(
      tx,
      `insert into paper_alerts (paper_id, days, given_at) select $1, days, $3 from unnest($2::int[]) as t(days)
       on conflict do nothing returning days`,
      [paperId, marks, at],
    )
    return found.map(({ days }) => days)
  }
}
