import { withClient } from '../services/database.js'

/**
 * Fills a seeded catalogue up to so many products: copies of what is there, each with its skus, open
 * lots and search row under ids and slugs of its own. Only for a database of the bench's own.
 */
export async function growCatalogue(ownerUrl: string, products: number): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ n: number }>('select count(*)::int as n from products')
    const there = rows[0]!.n
    const copies = Math.ceil((products - there) / there)
    if (copies < 1) return
    await client.query('create temp table copy as select generate_series(1, $1::int) as n', [
      copies,
    ])
    await client.query('create temp table original as select id from products')
    for (const sql of STATEMENTS) await client.query(sql)
    await client.query('analyze')
  })
}

/** The id of the n-th copy of an object: the same wherever it is named. */
const copyOf = (id: string) =>
  `overlay(overlay(md5(${id}::text || c.n) placing '5' from 13) placing '8' from 17)::uuid`

const STATEMENTS = [
  `insert into products select (jsonb_populate_record(p, jsonb_build_object(
     'id', ${copyOf('p.id')}, 'slug', p.slug || '-' || c.n, 'rank', least(1000000, p.rank + c.n)))).*
   from products p join original o using (id), copy c`,
  `insert into skus select (jsonb_populate_record(s, jsonb_build_object(
     'id', ${copyOf('s.id')}, 'product_id', ${copyOf('s.product_id')}))).*
   from skus s join original o on o.id = s.product_id, copy c`,
  `insert into lots select (jsonb_populate_record(l, jsonb_build_object('id', ${copyOf('l.id')},
     'code', l.code || '-' || c.n, 'product_id', ${copyOf('l.product_id')}, 'sku_id', ${copyOf('l.sku_id')}))).*
   from lots l join original o on o.id = l.product_id, copy c where l.state = 'open'`,
  `insert into lot_movements (id, lot_id, kind, quantity_delta, made_at)
   select gen_random_uuid(), ${copyOf('l.id')}, 'declared', l.quantity, now()
   from lots l join original o on o.id = l.product_id, copy c where l.state = 'open'`,
  `insert into product_search select (jsonb_populate_record(s, jsonb_build_object(
     'product_id', ${copyOf('s.product_id')}, 'slug', s.slug || '-' || c.n, 'rank', least(1000000, s.rank + c.n),
     'order_key', s.order_key + c.n,
     'card', s.card || jsonb_build_object('id', ${copyOf('s.product_id')}, 'slug', s.slug || '-' || c.n,
        'skuId', ${copyOf("(s.card ->> 'skuId')")}),
     'sku_left', (select coalesce(jsonb_object_agg(${copyOf('k.key')}, k.value), '{}')
        from jsonb_each(s.sku_left) k)))).*
   from product_search s join original o on o.id = s.product_id, copy c`,
]
