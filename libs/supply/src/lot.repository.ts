import { Injectable } from '@nestjs/common'
import type { Bilingual } from '@weibao/contracts/basics'
import type { Lot, LotMovement, LotState } from '@weibao/contracts/lot'
import { newId, type Id, type LocalDay } from '@weibao/kernel'
import { row, rows, type Reader, type Tx } from '@weibao/platform'

export type LotRow = Omit<Lot, 'createdAt'> & {
  readonly createdAt: Date
  readonly productId: Id
  readonly lastSaleDay: LocalDay
}

export interface NamedSku {
  readonly skuId: Id
  readonly productName: Bilingual
  readonly skuName: Bilingual
}

const LOT = `
  select l.id, l.code, l.cooperative_id as "cooperativeId", l.sku_id as "skuId", l.product_id as "productId",
    p.slug as "productSlug", jsonb_build_object('zh', p.name_zh, 'en', p.name_en) as "productName",
    jsonb_build_object('zh', p.sku_name_zh, 'en', p.sku_name_en) as "skuName", l.pack_grams as "packGrams", l.state,
    l.quantity, l.held, l.sold, l.written_off as "writtenOff",
    l.quantity - l.held - l.sold - l.written_off as available,
    (select coalesce(sum(f.missing), 0)::bigint from shortfalls f where f.lot_id = l.id) as missing,
    l.harvest_from as "harvestFrom", l.harvest_to as "harvestTo", l.dispatch_from as "dispatchFrom",
    l.dispatch_to as "dispatchTo", l.best_before as "bestBefore", l.last_sale_day as "lastSaleDay",
    l.township_code as "townshipCode", l.village, l.grade, l.labels, l.offered_price_fen as "offeredPriceFen",
    l.price_breaks as "priceBreaks", l.minimum_order as "minimumOrder", l.temperature_mode as "temperatureMode",
    l.note, l.version, l.created_at as "createdAt"
  from lots l join product_facts p on p.sku_id = l.sku_id`

@Injectable()
export class LotRepository {
  list(
    reader: Reader,
    cooperativeId: Id,
    filter: { state: LotState | null; skuId: Id | null; after: Id | null; limit: number },
  ): Promise<LotRow[]> {
    return rows<LotRow>(
      reader,
      `${LOT} where l.cooperative_id = $1 and ($2::text is null or l.state = $2) and ($3::uuid is null or l.sku_id = $3)
         and ($4::uuid is null or l.id < $4) order by l.id desc limit $5`,
      [cooperativeId, filter.state, filter.skuId, filter.after, filter.limit + 1],
    )
  }

  own(reader: Reader, cooperativeId: Id, lotId: Id): Promise<LotRow | null> {
    return row<LotRow>(reader, `${LOT} where l.cooperative_id = $1 and l.id = $2`, [
      cooperativeId,
      lotId,
    ])
  }

  /** A cooperative's lot under its row lock; null when it is not theirs. */
  ownForUpdate(tx: Tx, cooperativeId: Id, lotId: Id): Promise<LotRow | null> {
    return row<LotRow>(tx, `${LOT} where l.cooperative_id = $1 and l.id = $2 for update of l`, [
      cooperativeId,
      lotId,
    ])
  }

  /** A cooperative's lots of these codes, locked in id order. */
  ownByCodes(tx: Tx, cooperativeId: Id, codes: readonly string[]): Promise<LotRow[]> {
    return rows<LotRow>(
      tx,
      `${LOT} where l.cooperative_id = $1 and l.code = any($2) order by l.id for update of l`,
      [cooperativeId, codes],
    )
  }

  /** What a cooperative may still change: its lots that have not ended, newest first. */
  notEnded(reader: Reader, cooperativeId: Id, limit: number): Promise<LotRow[]> {
    return rows<LotRow>(
      reader,
      `${LOT} where l.cooperative_id = $1 and l.state not in ('withdrawn', 'expired') order by l.id desc limit $2`,
      [cooperativeId, limit],
    )
  }

  /** The packs of a cooperative by name. */
  ownSkus(reader: Reader, cooperativeId: Id): Promise<NamedSku[]> {
    return rows<NamedSku>(
      reader,
      `select sku_id as "skuId", jsonb_build_object('zh', name_zh, 'en', name_en) as "productName",
         jsonb_build_object('zh', sku_name_zh, 'en', sku_name_en) as "skuName"
       from product_facts where cooperative_id = $1 order by sku_id limit 30000`,
      [cooperativeId],
    )
  }

  movements(reader: Reader, lotId: Id) {
    return rows<Omit<LotMovement, 'madeAt'> & { madeAt: Date }>(
      reader,
      `select id, kind, quantity_delta as "quantityDelta", held_delta as "heldDelta", sold_delta as "soldDelta",
         written_off_delta as "writtenOffDelta", reference, reason, made_at as "madeAt"
       from lot_movements where lot_id = $1 order by id desc limit 100`,
      [lotId],
    )
  }

  async insert(tx: Tx, lots: readonly NewLotRow[], at: Date): Promise<void> {
    const all = lots.map((lot) => ({
      ...lot,
      movement_id: newId(),
      created_at: at,
      updated_at: at,
    }))
    await rows(
      tx,
      `with given as (select * from jsonb_to_recordset($1) as t(id uuid, movement_id uuid, quantity int, made_by uuid)),
       added as (
         insert into lots (id, code, cooperative_id, product_id, sku_id, state, quantity, pack_grams, harvest_from,
           harvest_to, dispatch_from, dispatch_to, best_before, last_sale_day, township_code, village, grade, labels,
           offered_price_fen, price_breaks, minimum_order, temperature_mode, note, created_at, updated_at)
         select id, code, cooperative_id, product_id, sku_id, state, quantity, pack_grams, harvest_from,
           harvest_to, dispatch_from, dispatch_to, best_before, last_sale_day, township_code, village, grade, labels,
           offered_price_fen, price_breaks, minimum_order, temperature_mode, note, created_at, updated_at
         from jsonb_populate_recordset(null::lots, $1) returning id)
       insert into lot_movements (id, lot_id, kind, quantity_delta, made_by, made_at)
       select g.movement_id, g.id, 'declared', g.quantity, g.made_by, $2 from given g join added a on a.id = g.id`,
      [JSON.stringify(all), at],
    )
  }

  /**
   * Saves the fields; the quantity only when it covers what is held, sold and written off (false
   * otherwise), with its movement.
   */
  async save(
    tx: Tx,
    lot: LotRow,
    { personId, at }: { personId: Id | null; at: Date },
  ): Promise<boolean> {
    const saved = await rows(
      tx,
      `with before as (select id, quantity from lots where id = $1),
       changed as (
         update lots l set quantity = $2, harvest_from = $3, harvest_to = $4, dispatch_from = $5, dispatch_to = $6,
           best_before = $7, last_sale_day = $8, township_code = $9, village = $10, grade = $11, labels = $12,
           offered_price_fen = $13, price_breaks = $14, minimum_order = $15, note = $16, version = l.version + 1,
           updated_at = $17,
           state = case when l.state = 'open' and $2 = l.held + l.sold + l.written_off then 'exhausted'
             when l.state = 'exhausted' and $2 > l.held + l.sold + l.written_off then 'open' else l.state end
         where l.id = $1 and l.held + l.sold + l.written_off <= $2 returning l.id),
       moved as (
         insert into lot_movements (id, lot_id, kind, quantity_delta, made_by, made_at)
         select $18, b.id, 'edited', $2 - b.quantity, $19, $17 from before b join changed c on c.id = b.id
         where b.quantity <> $2)
       select id from changed`,
      [
        lot.id,
        lot.quantity,
        lot.harvestFrom,
        lot.harvestTo,
        lot.dispatchFrom,
        lot.dispatchTo,
        lot.bestBefore,
        lot.lastSaleDay,
        lot.townshipCode,
        lot.village,
        lot.grade,
        lot.labels,
        lot.offeredPriceFen,
        JSON.stringify(lot.priceBreaks),
        lot.minimumOrder,
        lot.note,
        at,
        newId(),
        personId,
      ],
    )
    return saved.length > 0
  }

  async setState(tx: Tx, lotId: Id, state: LotState, at: Date): Promise<void> {
    await rows(
      tx,
      `update lots set state = $2, version = version + 1, updated_at = $3 where id = $1`,
      [lotId, state, at],
    )
  }

  /** Records why, where nothing moved. */
  async addNote(
    tx: Tx,
    lotId: Id,
    { reason, personId, at }: { reason: string; personId: Id; at: Date },
  ): Promise<void> {
    await rows(
      tx,
      `insert into lot_movements (id, lot_id, kind, reason, made_by, made_at) values ($1, $2, 'edited', $3, $4, $5)`,
      [newId(), lotId, reason, personId, at],
    )
  }

  /** Lots whose last day of sale is past, oldest first. */
  ending(reader: Reader, today: LocalDay, limit: number): Promise<{ id: Id; productId: Id }[]> {
    return rows(
      reader,
      `select id, product_id as "productId" from lots where state in ('open', 'exhausted') and last_sale_day < $1
       order by last_sale_day, id limit $2`,
      [today, limit],
    )
  }

  /** Ends lots that still are past their last day; after their lock. */
  async expire(tx: Tx, lotIds: readonly Id[], today: LocalDay, at: Date): Promise<void> {
    await rows(
      tx,
      `update lots set state = 'expired', version = version + 1, updated_at = $3
       where id = any($1) and state in ('open', 'exhausted') and last_sale_day < $2`,
      [lotIds, today, at],
    )
  }

  /** The lot of a public code that has been on sale; null otherwise. */
  byCode(reader: Reader, code: string): Promise<LotRow | null> {
    return row<LotRow>(reader, `${LOT} where l.code = $1 and l.state <> 'draft'`, [code])
  }

  /** What is missing of a lot and not settled, oldest declaration first; locked with the lot. */
  unsettled(tx: Tx, lotId: Id) {
    return rows<{ id: Id; missing: number }>(
      tx,
      'select id, missing from shortfalls where lot_id = $1 and missing > 0 order by id',
      [lotId],
    )
  }

  async settle(tx: Tx, shortfallId: Id, covered: number, at: Date): Promise<void> {
    await rows(
      tx,
      `update shortfalls set missing = missing - $2, settled_at = case when missing = $2 then $3::timestamptz end
       where id = $1`,
      [shortfallId, covered, at],
    )
  }

  async insertShortfall(
    tx: Tx,
    shortfall: {
      id: Id
      lotId: Id
      quantity: number
      missing: number
      reason: string
      personId: Id | null
      at: Date
    },
  ): Promise<void> {
    await rows(
      tx,
      `insert into shortfalls (id, lot_id, quantity, missing, reason, declared_by, declared_at, settled_at)
       values ($1, $2, $3, $4, $5, $6, $7, case when $4 = 0 then $7::timestamptz end)`,
      [
        shortfall.id,
        shortfall.lotId,
        shortfall.quantity,
        shortfall.missing,
        shortfall.reason,
        shortfall.personId,
        shortfall.at,
      ],
    )
  }
}

/** A lot in the columns' own names. */
export interface NewLotRow {
  readonly id: Id
  readonly code: string
  readonly cooperative_id: Id
  readonly product_id: Id
  readonly sku_id: Id
  readonly state: 'draft' | 'open'
  readonly quantity: number
  readonly pack_grams: number
  readonly harvest_from: LocalDay
  readonly harvest_to: LocalDay
  readonly dispatch_from: LocalDay
  readonly dispatch_to: LocalDay
  readonly best_before: LocalDay | null
  readonly last_sale_day: LocalDay
  readonly township_code: string
  readonly village: string
  readonly grade: string
  readonly labels: readonly string[]
  readonly offered_price_fen: number
  readonly price_breaks: unknown
  readonly minimum_order: number
  readonly temperature_mode: string
  readonly note: string
  readonly made_by: Id | null
}
