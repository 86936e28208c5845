import type pg from 'pg'

/** Grows a seeded market to so many open lots and lines, with numbers that repeat from run to run. */
export async function growMarket(owner: pg.Client, lots: number, lines: number): Promise<void> {
  await owner.query('select setseed(0.5)')
  await owner.query(
    `insert into lots (id, code, cooperative_id, product_id, sku_id, state, quantity, pack_grams, harvest_from, harvest_to,
       dispatch_from, dispatch_to, best_before, last_sale_day, township_code, grade, labels, offered_price_fen,
       temperature_mode, minimum_order, created_at, updated_at)
     select gen_random_uuid(), 'BENCH-' || n, s.cooperative_id, s.product_id, s.sku_id, 'open', 20 + floor(random() * 180),
       s.pack_grams, current_date - 5, current_date - 2, current_date + floor(random() * 6)::int,
       current_date + 30 + floor(random() * 30)::int, current_date + 200, current_date + 30, s.township_code,
       (array['premium', 'first', 'second', 'ungraded'])[1 + floor(random() * 4)::int], '{}',
       greatest(1, (s.price_fen * (0.7 + random() / 2))::bigint), s.temperature_mode, 1 + floor(random() * 3), now(), now()
     from generate_series(1, $1::int) n
     join (select f.*, row_number() over (order by sku_id) as k, count(*) over () as total from product_facts f
       where f.state = 'listed') s on s.k = 1 + n % s.total`,
    [lots],
  )
  const budgets = 50
  await owner.query(
    `insert into budget_lines (id, buyer_id, year, kind, name, ceiling_fen, created_at)
     select gen_random_uuid(), p.buyer_id, extract(year from current_date + 40)::int, 'other', 'bench ' || n, null, now()
     from generate_series(1, $1::int) n cross join (select buyer_id from delivery_points order by id limit 1) p`,
    [budgets],
  )
  await owner.query(
    `insert into demands (id, number, buyer_id, delivery_point_id, budget_line_id, title, state, cut_off_on, opened_at)
     select gen_random_uuid(), 'BENCH-' || n, b.buyer_id, p.id, b.id, 'bench', 'open', current_date + 20, now()
     from generate_series(1, $1::int) n
     join (select l.*, row_number() over (order by id) as k from budget_lines l where name like 'bench %') b
       on b.k = 1 + n % $2::int
     cross join (select id, buyer_id from delivery_points order by id limit 1) p`,
    [Math.ceil(lines / 100), budgets],
  )
  await owner.query(
    `insert into demand_lines (id, demand_id, position, product_id, category_code, wanted_grams, minimum_grams, worst_grade,
       max_landed_fen_per_kg, deliver_from, deliver_to, recognised_only, submitted_at)
     select gen_random_uuid(), d.id, n, case when random() < 0.85 then g.product_id end, g.category_code,
       1000 * (1 + floor(random() * 20))::bigint, 0, (array['first', 'second', 'ungraded'])[1 + floor(random() * 3)::int],
       greatest(1, (g.price_fen * 1000.0 / g.pack_grams * (0.7 + random() * 0.7))::bigint) + 600,
       current_date + 5 + floor(random() * 20)::int, current_date + 30 + floor(random() * 20)::int, false, now()
     from (select *, row_number() over (order by id) as k from demands where number like 'BENCH-%') d
     cross join generate_series(1, 100) n
     join (select f.*, row_number() over (order by sku_id) as k, count(*) over () as total from product_facts f
       where f.state = 'listed') g on g.k = 1 + (d.k * 100 + n) * 7919 % g.total
     limit $1`,
    [lines],
  )
  await owner.query('analyze')
}

const CHANGES = [
  `update lots set held = held + 1 where id = (select id from lots where state = 'open'
     and quantity - held - sold - written_off > 1 order by random() limit 1)`,
  `update lots set offered_price_fen = offered_price_fen + 10 where id = (select id from lots where state = 'open'
     order by random() limit 1)`,
  `update demands set state = 'cancelled', ended_at = now() where id = (select id from demands where state = 'open'
     and number like 'BENCH-%' order by random() limit 1)`,
  `update lots set state = 'withdrawn' where id = (select id from lots where state = 'open' and held = 0
     and code like 'BENCH-%' order by random() limit 1)`,
]

/** One of the things that others do all day. Of demands and lots that go there are few, as in life. */
export async function changeSomething(owner: pg.Client, n: number): Promise<void> {
  const kind = n % 25 === 0 ? 2 : n % 20 === 0 ? 3 : n % 5 === 0 ? 1 : 0
  await owner.query(CHANGES[kind]!)
}

export interface AskedLine {
  readonly categoryCode: string
  readonly productId: string | null
  readonly wantedGrams: number
  readonly maxLandedFenPerKg: number
  readonly deliverFrom: string
  readonly deliverTo: string
}

/** Questions as buyers type them: goods of the market, prices around what they cost. */
export async function questionsOf(owner: pg.Client, count: number): Promise<AskedLine[]> {
  await owner.query('select setseed(0.25)')
  const { rows } = await owner.query<AskedLine>(
    `select g.category_code as "categoryCode", case when random() < 0.8 then g.product_id end as "productId",
       (1000 * (1 + floor(random() * 200)))::int as "wantedGrams",
       (greatest(1, g.price_fen * 1000.0 / g.pack_grams * (0.6 + random()))::int + 300) as "maxLandedFenPerKg",
       (current_date + 7)::text as "deliverFrom", (current_date + 21)::text as "deliverTo"
     from generate_series(1, $1::int) n
     join (select f.*, row_number() over (order by sku_id) as k, count(*) over () as total from product_facts f
       where f.state = 'listed') g on g.k = 1 + n * 31 % g.total`,
    [count],
  )
  return rows
}
