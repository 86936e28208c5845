import { Injectable } from '@nestjs/common'
import type { Bilingual } from '@weibao/contracts/basics'
import type { DemandSheetImport } from '@weibao/contracts/demand-sheet'
import type { Id } from '@weibao/kernel'
import { execute, row, rows, type Reader, type Tx } from '@weibao/platform'
import type { SheetGoods } from './demand-sheet.plan.js'

type ImportRow = Omit<DemandSheetImport, 'importedAt'> & { readonly importedAt: Date }

/** All SQL about sheets of demands. */
@Injectable()
export class DemandSheetRepository {
  categories(reader: Reader): Promise<{ code: string; name: Bilingual }[]> {
    return rows(
      reader,
      `select code, jsonb_build_object('zh', name_zh, 'en', name_en) as name from categories order by position, code`,
    )
  }

  /** Listed goods that any of these texts may mean. */
  goods(reader: Reader, names: readonly string[]): Promise<SheetGoods[]> {
    return rows<SheetGoods>(
      reader,
      `select id, slug, name_zh as "nameZh", name_en as "nameEn", category_code as "categoryCode" from products
       where state = 'listed' and (name_zh = any($1) or name_en = any($1) or slug = any($1)) order by slug limit 5000`,
      [names],
    )
  }

  find(reader: Reader, buyerId: Id, digest: string): Promise<ImportRow | null> {
    return row<ImportRow>(
      reader,
      `select s.id, s.imported_at as "importedAt", coalesce((select jsonb_agg(jsonb_build_object(
           'id', d.id, 'number', d.number, 'title', d.title) order by d.id) from demands d where d.sheet_id = s.id), '[]') as demands
       from demand_sheets s where s.buyer_id = $1 and s.digest = $2`,
      [buyerId, digest],
    )
  }

  /** False when the same file is there already; a concurrent import of it waits here. */
  async insert(
    tx: Tx,
    sheet: {
      id: Id
      buyerId: Id
      digest: string
      rowCount: number
      importedBy: Id | null
      at: Date
    },
  ): Promise<boolean> {
    const written = await row(
      tx,
      `insert into demand_sheets (id, buyer_id, digest, row_count, imported_by, imported_at) values ($1, $2, $3, $4, $5, $6)
       on conflict (buyer_id, digest) do nothing returning id`,
      [sheet.id, sheet.buyerId, sheet.digest, sheet.rowCount, sheet.importedBy, sheet.at],
    )
    return written !== null
  }

  async claim(tx: Tx, sheetId: Id, demandIds: readonly Id[]): Promise<void> {
    await execute(tx, 'update demands set sheet_id = $1 where id = any($2)', [sheetId, demandIds])
  }
}
