import { Injectable } from '@nestjs/common'
import { newId, type Id, type LocalDay } from '@weibao/kernel'
import { rows, type Reader, type Tx } from '@weibao/platform'

/** What can be taken of a lot now, under its row lock. */
export interface StockedLot {
  readonly lotId: Id
  readonly skuId: Id
  readonly productId: Id
  readonly available: number
}

export interface TakenLot {
  readonly reservationId: Id
  readonly lotId: Id
  readonly lotCode: string
  readonly skuId: Id
  readonly productId: Id
  readonly quantity: number
  /** What is left of the lot now. */
  readonly left: number
}

/** A reservation that has just been resolved, and what is left of its lot now. */
export type ResolvedLot = TakenLot

export type Resolution = 'sold' | 'released' | 'expired'

/** Stock that moves back from, or is lost of, what was sold or is available. */
export interface StockMove {
  readonly lotId: Id
  readonly quantity: number
}

interface Maker {
  readonly reference: string | null
  readonly reason: string
  readonly personId: Id | null
  readonly at: Date
}

export const AVAILABLE = 'l.quantity - l.held - l.sold - l.written_off'

/**
 * All SQL that moves stock. Every statement changes the columns of `lots` and writes the movement
 * in one: neither can be without the other. Lots are always locked in id order first.
 */
@Injectable()
export class StockRepository {
  /**
   * Locks what is on sale of these skus in id order, and answers it first-expired first. A lot that
   * somebody else has just emptied drops out when its lock is granted.
   */
  lockForSale(tx: Tx, skuIds: readonly Id[], today: LocalDay): Promise<StockedLot[]> {
    return rows<StockedLot>(
      tx,
      `with locked as materialized (
         select l.id, l.sku_id, l.product_id, l.best_before, l.last_sale_day, ${AVAILABLE} as available
         from lots l
         where l.sku_id = any($1) and l.state = 'open' and l.harvest_from <= $2 and l.last_sale_day >= $2
           and ${AVAILABLE} > 0
         order by l.id for update)
       select id as "lotId", sku_id as "skuId", product_id as "productId", available from locked
       order by best_before nulls last, last_sale_day, id`,
      [skuIds, today],
    )
  }

  /** Locks lots in id order, whatever their state. */
  async lock(tx: Tx, lotIds: readonly Id[]): Promise<void> {
    await rows(tx, 'select id from lots where id = any($1) order by id for update', [lotIds])
  }

  /**
   * Takes packages out of what is available, each lot only when it has as many: the rows that could
   * be taken, none at all when the reference has held before. The caller compares.
   */
  take(
    tx: Tx,
    reference: string,
    moves: readonly (StockMove & { skuId: Id })[],
    { until, at }: { until: Date; at: Date },
  ): Promise<TakenLot[]> {
    return rows<TakenLot>(
      tx,
      `with wanted as (
         select * from unnest($1::uuid[], $2::uuid[], $3::int[], $4::uuid[], $5::uuid[])
           as w(lot_id, sku_id, quantity, reservation_id, movement_id)
         where not exists (select from reservations where reference = $6)),
       taken as (
         update lots l set held = l.held + w.quantity,
           state = case when ${AVAILABLE} = w.quantity then 'exhausted' else l.state end
         from wanted w
         where l.id = w.lot_id and l.state = 'open' and ${AVAILABLE} >= w.quantity
         returning w.*, l.code, l.product_id, ${AVAILABLE} as left_now),
       reserved as (
         insert into reservations (id, reference, lot_id, sku_id, quantity, expires_at, created_at)
         select reservation_id, $6, lot_id, sku_id, quantity, $7, $8 from taken),
       moved as (
         insert into lot_movements (id, lot_id, kind, held_delta, reference, made_at)
         select movement_id, lot_id, 'held', quantity, $6, $8 from taken)
       select reservation_id as "reservationId", lot_id as "lotId", code as "lotCode", sku_id as "skuId",
         product_id as "productId", quantity, left_now as left
       from taken order by lot_id`,
      [
        moves.map((move) => move.lotId),
        moves.map((move) => move.skuId),
        moves.map((move) => move.quantity),
        moves.map(() => newId()),
        moves.map(() => newId()),
        reference,
        until,
        at,
      ],
    )
  }

  /** Locks the reservations of references in id order, then their lots; the lots' ids. */
  async lockHeld(tx: Tx, reference: string): Promise<number> {
    const held = await rows<{ lotId: Id }>(
      tx,
      `select lot_id as "lotId" from reservations where reference = $1 and state = 'held' order by id for update`,
      [reference],
    )
    if (held.length === 0) return 0
    await this.lock(
      tx,
      held.map(({ lotId }) => lotId),
    )
    return held.length
  }

  /** References that hold packages of a lot now, in order. */
  async holdersOf(reader: Reader, lotId: Id): Promise<string[]> {
    const found = await rows<{ reference: string }>(
      reader,
      `select distinct reference from reservations where lot_id = $1 and state = 'held' order by reference`,
      [lotId],
    )
    return found.map(({ reference }) => reference)
  }

  /** Locks what these references hold, then all their lots and the one named, each in id order. */
  async lockHeldOf(tx: Tx, references: readonly string[], lotId: Id): Promise<void> {
    const held = await rows<{ lotId: Id }>(
      tx,
      `select lot_id as "lotId" from reservations where reference = any($1) and state = 'held' order by id for update`,
      [references],
    )
    await this.lock(tx, [lotId, ...held.map((each) => each.lotId)])
  }

  /** Resolves what a reference still holds. After `lockHeld`. */
  resolve(tx: Tx, reference: string, resolution: Resolution, at: Date): Promise<ResolvedLot[]> {
    const soldDelta = resolution === 'sold' ? 'r.quantity' : '0'
    return rows<ResolvedLot>(
      tx,
      `with resolved as (
         update reservations set state = $2, resolved_at = $3 where reference = $1 and state = 'held'
         returning id, lot_id, sku_id, quantity),
       changed as (
         update lots l set held = l.held - r.quantity, sold = l.sold + ${soldDelta},
           state = case when l.state = 'exhausted' and $2 <> 'sold' then 'open' else l.state end
         from resolved r where l.id = r.lot_id
         returning r.*, l.code, l.product_id, ${AVAILABLE} as left_now),
       moved as (
         insert into lot_movements (id, lot_id, kind, held_delta, sold_delta, reference, made_at)
         select gen_random_uuid(), r.lot_id, $2, -r.quantity, ${soldDelta}, $1, $3 from resolved r)
       select id as "reservationId", lot_id as "lotId", code as "lotCode", sku_id as "skuId",
         product_id as "productId", quantity, left_now as left
       from changed order by lot_id`,
      [reference, resolution, at],
    )
  }

  /** The states in which the reservations of a reference are. */
  states(reader: Reader, reference: string) {
    return rows<{ state: 'held' | Resolution }>(
      reader,
      'select distinct state from reservations where reference = $1',
      [reference],
    )
  }

  async extend(tx: Tx, reference: string, until: Date): Promise<boolean> {
    const extended = await rows(
      tx,
      `update reservations set expires_at = greatest(expires_at, $2) where reference = $1 and state = 'held' returning id`,
      [reference, until],
    )
    return extended.length > 0
  }

  /** References whose hold has ended, oldest first. */
  async due(reader: Reader, now: Date, limit: number): Promise<string[]> {
    const found = await rows<{ reference: string }>(
      reader,
      `select reference from reservations where state = 'held' and expires_at <= $1
       group by reference order by min(expires_at) limit $2`,
      [now, limit],
    )
    return found.map(({ reference }) => reference)
  }

  /** Whether a reference still holds, and past its end: asked again under lock by the sweeper. */
  async isDue(tx: Tx, reference: string, now: Date): Promise<boolean> {
    const found = await rows(
      tx,
      `select 1 from reservations where reference = $1 and state = 'held' having bool_and(expires_at <= $2)`,
      [reference, now],
    )
    return found.length > 0
  }

  /** Puts sold packages back on the shelf; a repeated reference changes nothing. After `lock`. */
  putBack(tx: Tx, moves: readonly StockMove[], by: Maker) {
    return this.moveSold(tx, moves, by, 'returned')
  }

  /** Writes off sold packages that came back spoilt; a repeated reference changes nothing. */
  writeOffSold(tx: Tx, moves: readonly StockMove[], by: Maker) {
    return this.moveSold(tx, moves, by, 'written-off')
  }

  private moveSold(
    tx: Tx,
    moves: readonly StockMove[],
    by: Maker,
    kind: 'returned' | 'written-off',
  ): Promise<{ lotId: Id; productId: Id; quantity: number; left: number }[]> {
    const writtenOff = kind === 'written-off' ? 'm.quantity' : '0'
    return rows(
      tx,
      `with wanted as (
         select * from unnest($1::uuid[], $2::int[], $3::uuid[]) as w(lot_id, quantity, movement_id)),
       m as (
         insert into lot_movements (id, lot_id, kind, sold_delta, written_off_delta, reference, reason, made_by, made_at)
         select m.movement_id, m.lot_id, $4, -m.quantity, ${writtenOff}, $5, $6, $7, $8 from wanted m
         on conflict (reference, lot_id, kind) where reference is not null do nothing
         returning lot_id, -sold_delta as quantity)
       update lots l set sold = l.sold - m.quantity, written_off = l.written_off + ${writtenOff},
         state = case when l.state = 'exhausted' and $4 = 'returned' then 'open' else l.state end
       from m where l.id = m.lot_id
       returning l.id as "lotId", l.product_id as "productId", m.quantity, ${AVAILABLE} as left`,
      [
        moves.map((move) => move.lotId),
        moves.map((move) => move.quantity),
        moves.map(() => newId()),
        kind,
        by.reference,
        by.reason,
        by.personId,
        by.at,
      ],
    )
  }

  /** Writes off packages nobody has ordered, only when there are as many; null otherwise. */
  async writeOffAvailable(tx: Tx, move: StockMove, by: Maker): Promise<{ left: number } | null> {
    const [found] = await rows<{ left: number }>(
      tx,
      `with changed as (
         update lots l set written_off = l.written_off + $2, version = l.version + 1, updated_at = $6,
           state = case when l.state = 'open' and ${AVAILABLE} = $2 then 'exhausted' else l.state end
         where l.id = $1 and ${AVAILABLE} >= $2
         returning l.id, ${AVAILABLE} as left_now),
       moved as (
         insert into lot_movements (id, lot_id, kind, written_off_delta, reference, reason, made_by, made_at)
         select $3, id, 'written-off', $2, $4, $5, $7, $6 from changed)
       select left_now as left from changed`,
      [move.lotId, move.quantity, newId(), by.reference, by.reason, by.at, by.personId],
    )
    return found ?? null
  }

  /** Packages that can be had now, by sku. */
  async available(
    reader: Reader,
    skuIds: readonly Id[],
    today: LocalDay,
  ): Promise<Map<Id, number>> {
    const found = await rows<{ skuId: Id; available: number }>(
      reader,
      `select l.sku_id as "skuId", sum(${AVAILABLE})::bigint as available from lots l
       where l.sku_id = any($1) and l.state = 'open' and l.harvest_from <= $2 and l.last_sale_day >= $2
       group by l.sku_id`,
      [skuIds, today],
    )
    return new Map(found.map(({ skuId, available }) => [skuId, available]))
  }

  /** What a reference holds or has bought, lot by lot. */
  ofReference(reader: Reader, reference: string) {
    return rows<Omit<TakenLot, 'left'> & { state: 'held' | Resolution }>(
      reader,
      `select r.id as "reservationId", r.lot_id as "lotId", l.code as "lotCode", r.sku_id as "skuId",
         l.product_id as "productId", r.quantity, r.state
       from reservations r join lots l on l.id = r.lot_id where r.reference = $1 order by r.lot_id`,
      [reference],
    )
  }
}
