import { Injectable } from '@nestjs/common'
import type { Bilingual } from '@weibao/contracts/basics'
import type { Category } from '@weibao/contracts/category'
import type { Township } from '@weibao/contracts/township'
import { rows, type Reader, type Tx } from '@weibao/platform'
import { villageName } from './village.js'

interface PlaceName {
  readonly kind: 'category' | 'township' | 'cooperative'
  readonly value: string
  readonly name: Bilingual
}

export type NewTownship = Omit<Township, 'productCount' | 'cooperativeCount' | 'villages'> & {
  readonly villages: readonly string[]
}

const NAMES_LIVE_MS = 30_000

/** Categories and townships: few rows that hardly change. */
@Injectable()
export class PlaceRepository {
  private known: { until: number; names: PlaceName[] } | null = null

  /** All names in the order of the shop, kept half a minute: each list and keystroke asks for them. */
  async names(reader: Reader): Promise<PlaceName[]> {
    if (this.known && this.known.until > performance.now()) return this.known.names
    const names = await rows<PlaceName>(
      reader,
      `select kind, value, jsonb_build_object('zh', zh, 'en', en) as name from (
         select 'category' as kind, code as value, name_zh as zh, name_en as en, 0 as part, position from categories
         union all select 'township', code, name_zh, name_en, 1, position from townships
         union all (select 'cooperative', slug, name_zh, name_en, 2, 0 from cooperative_profiles order by slug limit 1000)
       ) t order by part, position, value`,
    )
    this.known = { until: performance.now() + NAMES_LIVE_MS, names }
    return names
  }

  categories(reader: Reader): Promise<Category[]> {
    return rows<Category>(
      reader,
      `select k.code, jsonb_build_object('zh', k.name_zh, 'en', k.name_en) as name, k.is_business_only as "isBusinessOnly",
         (select count(*) from product_search s where s.is_listed and s.category_code = k.code) as "productCount"
       from categories k order by k.position`,
    )
  }

  async townships(reader: Reader): Promise<Township[]> {
    const found = await rows<Omit<Township, 'villages'> & { villages: string[] }>(
      reader,
      `select t.code, jsonb_build_object('zh', t.name_zh, 'en', t.name_en) as name, t.kind,
         jsonb_build_object('zh', t.intro_zh, 'en', t.intro_en) as intro, t.villages,
         (select count(*) from product_search s where s.is_listed and t.code = any(s.township_codes)) as "productCount",
         (select count(*) from cooperative_profiles c where c.township_code = t.code) as "cooperativeCount"
       from townships t order by t.position`,
    )
    return found.map((each) => ({ ...each, villages: each.villages.map(villageName) }))
  }

  async save(
    tx: Tx,
    categories: readonly Omit<Category, 'productCount'>[],
    townships: readonly NewTownship[],
  ): Promise<void> {
    await rows(
      tx,
      `insert into categories (code, name_zh, name_en, position, is_business_only)
       select code, name->>'zh', name->>'en', n, "isBusinessOnly"
       from rows from (jsonb_to_recordset($1) as (code text, name jsonb, "isBusinessOnly" boolean)) with ordinality
         as t(code, name, "isBusinessOnly", n)
       on conflict (code) do update set name_zh = excluded.name_zh, name_en = excluded.name_en,
         position = excluded.position, is_business_only = excluded.is_business_only`,
      [JSON.stringify(categories)],
    )
    await rows(
      tx,
      `insert into townships (code, name_zh, name_en, kind, intro_zh, intro_en, villages, position)
       select code, name->>'zh', name->>'en', kind, intro->>'zh', intro->>'en', villages, n
       from rows from (jsonb_to_recordset($1) as (code text, name jsonb, kind text, intro jsonb, villages text[]))
         with ordinality as t(code, name, kind, intro, villages, n)
       on conflict (code) do update set name_zh = excluded.name_zh, name_en = excluded.name_en, kind = excluded.kind,
         intro_zh = excluded.intro_zh, intro_en = excluded.intro_en, villages = excluded.villages,
         position = excluded.position`,
      [JSON.stringify(townships)],
    )
  }
}
