import { randomUUID } from 'node:crypto'
import type pg from 'pg'

export interface RushedLot {
  readonly lotId: string
  readonly skuId: string
}

/** Goods that anybody may buy without a consent, of which one new lot holds so many packages and no other lot any. */
export async function openOnlyLot(owner: pg.Client, quantity: number, nth = 0): Promise<RushedLot> {
  const { rows } = await owner.query<{ id: string; skuId: string }>(
    `select distinct on (l.sku_id) l.id, l.sku_id as "skuId" from lots l join products p on p.id = l.product_id
     where l.state = 'open' and l.harvest_from <= current_date - 1 and l.last_sale_day > current_date + 1
       and p.state = 'listed' and not p.is_adult_only and not p.is_business_only
       and p.temperature_mode = 'none' and not p.is_return_exception
     order by l.sku_id, l.id offset $1 limit 1`,
    [nth],
  )
  const [model] = rows
  if (!model) throw new Error('no goods without consents are on sale')
  const lotId = randomUUID()
  await owner.query('begin')
  await owner.query(`update lots set state = 'withdrawn' where sku_id = $1`, [model.skuId])
  await owner.query(
    `insert into lots select (jsonb_populate_record(l, jsonb_build_object('id', $2::uuid, 'code', $3::text,
       'state', 'open', 'quantity', $4::int, 'held', 0, 'sold', 0, 'written_off', 0))).* from lots l where l.id = $1`,
    [model.id, lotId, `RUSH-${lotId.slice(0, 8).toUpperCase()}`, quantity],
  )
  await owner.query(
    `insert into lot_movements (id, lot_id, kind, quantity_delta, made_at) values (gen_random_uuid(), $1, 'declared', $2, now())`,
    [lotId, quantity],
  )
  // What the services would have written into the shop window.
  await owner.query(
    `update product_search set sku_left = jsonb_set(sku_left, array[$1::text], to_jsonb($2::int))
     where product_id = (select product_id from skus where id = $1::uuid)`,
    [model.skuId, quantity],
  )
  await owner.query('commit')
  return { lotId, skuId: model.skuId }
}

/** Two gift boxes that share a lot with its packs sold singly: with one pack of it and with two. */
export async function boxesWith(owner: pg.Client, { skuId }: RushedLot): Promise<string[]> {
  const made: string[] = []
  for (const packs of [1, 2]) {
    const { rows } = await owner.query<{ id: string }>(
      `with made as (
         insert into bundles (id, slug, cooperative_id, name_zh, name_en, story_zh, story_en, price_fen, created_at, updated_at)
         select gen_random_uuid(), 'rush-' || gen_random_uuid(), p.cooperative_id, '礼盒', 'Box', '礼盒', 'Box',
           s.price_fen * $2 - 100, now(), now()
         from skus s join products p on p.id = s.product_id where s.id = $1::uuid returning id)
       insert into bundle_components (bundle_id, sku_id, quantity, position) select id, $1::uuid, $2, 1 from made
       returning bundle_id as id`,
      [skuId, packs],
    )
    made.push(rows[0]!.id)
  }
  return made
}

export interface LotFigures {
  readonly quantity: number
  readonly held: number
  readonly sold: number
}

export async function lotFigures(client: pg.Client, lotId: string): Promise<LotFigures> {
  const { rows } = await client.query<LotFigures>(
    'select quantity, held, sold from lots where id = $1',
    [lotId],
  )
  return rows[0]!
}
