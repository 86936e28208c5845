import { Injectable } from '@nestjs/common'
import type { AllocationState, TicketReason } from '@weibao/contracts/allocation'
import { newId, type Id } from '@weibao/kernel'
import type { PromisedPackages } from '@weibao/matching-engine'
import { execute, notFound, row, rows, type Reader, type Tx } from '@weibao/platform'
import type { Allocation } from '../rounds/round.entity.js'

/** Which rows: whose, of which round, and which part of its picture. */
export interface RowFilter {
  readonly roundId?: Id | undefined
  readonly buyerId?: Id | undefined
  readonly cooperativeId?: Id | undefined
  readonly demandId?: Id | undefined
  readonly lineId?: Id | undefined
  readonly state?: AllocationState | undefined
  /** Proposed, and not approved first by this person. */
  readonly waitsForPersonId?: Id | null | undefined
  /** Approved by one, above its limit: another is waited for. */
  readonly waitsForSecond?: boolean | undefined
  readonly reason?: TicketReason | undefined
  readonly isMissed?: boolean | undefined
  readonly townshipCode?: string | undefined
  readonly categoryCode?: string | undefined
  readonly subdistrictCode?: string | undefined
}

export interface RowPage {
  readonly before: Id | null
  readonly limit: number
}

export type AllocationRow = Allocation & {
  readonly roundNumber: string
  readonly ticketId: Id
  readonly lotCode: string
  readonly deliveryPointName: string | null
  /** Null: nobody has, or somebody who is gone. */
  readonly firstApproverName: string | null
  readonly productNameZh: string
  readonly productNameEn: string
  readonly skuNameZh: string
  readonly skuNameEn: string
}

export interface LotName {
  readonly lotId: Id
  readonly code: string
  readonly grade: string
  readonly packGrams: number
  readonly minimumOrder: number
  readonly cooperativeId: Id
  readonly productNameZh: string
  readonly productNameEn: string
}

const ALLOCATION = `
  select a.id, a.number, a.round_id as "roundId", a.attempt, a.follows_id as "followsId",
    a.demand_line_id as "demandLineId", a.demand_id as "demandId", a.demand_number as "demandNumber",
    a.buyer_id as "buyerId", a.budget_line_id as "budgetLineId", a.channel, a.destination,
    a.subdistrict_code as "subdistrictCode", a.lot_id as "lotId", a.sku_id as "skuId", a.product_id as "productId",
    a.cooperative_id as "cooperativeId", a.township_code as "townshipCode", a.category_code as "categoryCode",
    a.packages, a.pack_grams as "packGrams", a.mass_grams as "massGrams", a.unit_price_fen as "unitPriceFen",
    a.goods_fen as "goodsFen", a.freight_fen as "freightFen", a.leaves_on as "leavesOn", a.arrives_on as "arrivesOn",
    a.state, a.declined_by as "declinedBy", a.answer_by as "answerBy", a.confirm_by as "confirmBy",
    a.order_by as "orderBy",
    a.proposed_at as "proposedAt", a.accepted_at as "acceptedAt", a.accepted_by as "acceptedBy",
    a.first_approved_at as "firstApprovedAt",
    a.first_approved_by as "firstApprovedBy", a.approval_limit_fen as "approvalLimitFen", a.confirmed_at as "confirmedAt", a.confirmed_by as "confirmedBy", a.ended_at as "endedAt", a.reason, a.order_id as "orderId", a.version,
    r.number as "roundNumber", t.id as "ticketId", l.code as "lotCode", d.delivery_point_name as "deliveryPointName", p.name_zh as "productNameZh",
    p.name_en as "productNameEn", p.sku_name_zh as "skuNameZh", p.sku_name_en as "skuNameEn",
    f.display_name as "firstApproverName"
  from allocations a
  join rounds r on r.id = a.round_id
  join tickets t on t.round_id = a.round_id and t.demand_line_id = a.demand_line_id and t.attempt = a.attempt
  join lot_facts l on l.lot_id = a.lot_id
  join product_facts p on p.sku_id = a.sku_id
  left join demand_place_facts d on d.demand_id = a.demand_id
  left join people f on f.id = a.first_approved_by`

/** All SQL about allocations after they are proposed. */
@Injectable()
export class AllocationRepository {
  /** What stands allocated of each of the lines. */
  standingGrams(reader: Reader, lineIds: readonly Id[]): Promise<{ lineId: Id; grams: number }[]> {
    return rows(
      reader,
      `select demand_line_id as "lineId", sum(mass_grams)::bigint as grams from allocation_standing_facts
       where demand_line_id = any($1) group by demand_line_id`,
      [lineIds],
    )
  }

  list(reader: Reader, filter: RowFilter, page: RowPage): Promise<AllocationRow[]> {
    return rows<AllocationRow>(
      reader,
      `${ALLOCATION} where ($1::uuid is null or a.round_id = $1) and ($2::uuid is null or a.buyer_id = $2)
         and ($3::uuid is null or a.cooperative_id = $3) and ($4::text is null or a.state = $4)
         and ($5::text is null or a.township_code = $5) and ($6::text is null or a.category_code = $6)
         and ($7::text is null or a.subdistrict_code = $7) and ($8::uuid is null or a.id < $8)
         and (not $9::boolean or (a.state = 'proposed' and a.first_approved_by is not null))
         and ($10::uuid is null or (a.state = 'proposed' and a.first_approved_by is distinct from $10))
         and ($11::uuid is null or a.demand_line_id = $11)
       order by a.id desc limit $12`,
      [
        filter.roundId ?? null,
        filter.buyerId ?? null,
        filter.cooperativeId ?? null,
        filter.state ?? null,
        filter.townshipCode ?? null,
        filter.categoryCode ?? null,
        filter.subdistrictCode ?? null,
        page.before,
        filter.waitsForSecond ?? false,
        filter.waitsForPersonId ?? null,
        filter.lineId ?? null,
        page.limit,
      ],
    )
  }

  async get(reader: Reader, id: Id): Promise<AllocationRow> {
    const found = await row<AllocationRow>(reader, `${ALLOCATION} where a.id = $1`, [id])
    if (!found) throw notFound()
    return found
  }

  /** Those named, in id order. */
  listNamed(reader: Reader, ids: readonly Id[]): Promise<AllocationRow[]> {
    return rows<AllocationRow>(reader, `${ALLOCATION} where a.id = any($1) order by a.id`, [ids])
  }

  /** What of a lot is promised and not ordered, in id order, locked. */
  async lockPromised(tx: Tx, lotId: Id): Promise<PromisedPackages[]> {
    const found = await rows<Omit<PromisedPackages, 'submittedAt'> & { submittedAt: Date }>(
      tx,
      `select a.id, a.demand_line_id as "lineId", a.packages, coalesce(d.submitted_at, a.proposed_at) as "submittedAt"
       from allocations a left join demand_facts d on d.demand_line_id = a.demand_line_id
       where a.lot_id = $1 and a.state in ('proposed', 'accepted', 'confirmed') order by a.id for update of a`,
      [lotId],
    )
    return found.map((each) => ({ ...each, submittedAt: each.submittedAt.getTime() }))
  }

  async getForUpdate(tx: Tx, id: Id): Promise<AllocationRow> {
    const found = await row<AllocationRow>(tx, `${ALLOCATION} where a.id = $1 for update of a`, [
      id,
    ])
    if (!found) throw notFound()
    return found
  }

  /** Several of a buyer's, locked in id order; a foreign one is missing. */
  lockOfBuyer(tx: Tx, buyerId: Id, ids: readonly Id[]): Promise<AllocationRow[]> {
    return rows<AllocationRow>(
      tx,
      `${ALLOCATION} where a.id = any($1) and a.buyer_id = $2 order by a.id for update of a`,
      [ids, buyerId],
    )
  }

  /** Writes a move and what comes with it, and its entry in the journal. */
  async move(
    tx: Tx,
    from: Pick<Allocation, 'id' | 'state'>,
    change: Partial<Allocation> & { state: AllocationState },
    by: { personId: Id | null; reason: string; at: Date },
  ): Promise<void> {
    const repository = tx.getRepository<Allocation>('Allocation')
    await repository.update(from.id, { ...change, version: () => 'version + 1' } as never)
    await execute(
      tx,
      `insert into allocation_moves (id, allocation_id, from_state, to_state, person_id, reason, made_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [newId(), from.id, from.state, change.state, by.personId, by.reason, by.at],
    )
  }

  /** Writes that one approver has said yes to what waits for another. */
  async approveFirst(tx: Tx, id: Id, by: { personId: Id; at: Date }): Promise<void> {
    await execute(
      tx,
      `update allocations set first_approved_by = $2, first_approved_at = $3, version = version + 1 where id = $1`,
      [id, by.personId, by.at],
    )
  }

  /** Allocations whose answer is overdue, oldest first. */
  async overdue(reader: Reader, now: Date, limit: number): Promise<Id[]> {
    const found = await rows<{ id: Id }>(
      reader,
      `select id from allocations where state in ('proposed', 'accepted', 'confirmed')
         and coalesce(order_by, confirm_by, answer_by) < $1
       order by coalesce(order_by, confirm_by, answer_by) limit $2`,
      [now, limit],
    )
    return found.map(({ id }) => id)
  }

  /** What waits for a cooperative's answer, and until when the first of it may. */
  async waitingFor(
    reader: Reader,
    cooperativeId: Id,
  ): Promise<{ waiting: number; nextDeadline: Date | null }> {
    const found = await row<{ waiting: number; nextDeadline: Date | null }>(
      reader,
      `select count(*) as waiting, min(confirm_by) as "nextDeadline" from allocations
       where cooperative_id = $1 and state = 'accepted'`,
      [cooperativeId],
    )
    return found!
  }

  /** Allocations that promise packages of a lot and are not ordered. */
  async liveOfLot(reader: Reader, lotId: Id): Promise<Id[]> {
    const found = await rows<{ id: Id }>(
      reader,
      `select id from allocations where lot_id = $1 and state in ('proposed', 'accepted', 'confirmed') order by id`,
      [lotId],
    )
    return found.map(({ id }) => id)
  }

  lotNames(reader: Reader, lotIds: readonly Id[]): Promise<LotName[]> {
    return rows<LotName>(reader, `${LOT_NAMES} where l.lot_id = any($1)`, [lotIds])
  }

  /** The same of so many lots on sale, the newest first. */
  openLotNames(reader: Reader, most: number): Promise<LotName[]> {
    return rows<LotName>(
      reader,
      `${LOT_NAMES} where l.state = 'open' order by l.created_at desc limit $1`,
      [most],
    )
  }

  /** What of a budget line is spoken for by allocations. */
  async spentFen(reader: Reader, budgetLineId: Id): Promise<number> {
    const found = await row<{ fen: number }>(
      reader,
      'select proposed_fen + taken_fen as fen from budget_use_facts where budget_line_id = $1',
      [budgetLineId],
    )
    return found?.fen ?? 0
  }

  /** What of each budget line is accepted, confirmed or ordered. */
  async takenFen(reader: Reader, budgetLineIds: readonly Id[]): Promise<ReadonlyMap<Id, number>> {
    const found = await rows<{ id: Id; fen: number }>(
      reader,
      'select budget_line_id as id, taken_fen as fen from budget_use_facts where budget_line_id = any($1)',
      [budgetLineIds],
    )
    return new Map(found.map(({ id, fen }) => [id, fen]))
  }

  /** What stands of budget lines of what one approver alone took from the rounds, in fen. */
  async acceptedAloneFen(
    tx: Tx,
    budgetLineIds: readonly Id[],
    roundIds: readonly Id[],
  ): Promise<ReadonlyMap<Id, number>> {
    const found = await rows<{ id: Id; fen: number }>(
      tx,
      `select budget_line_id as id, sum(goods_fen + freight_fen)::bigint as fen from allocations
       where budget_line_id = any($1) and round_id = any($2) and first_approved_by is null
         and state in ('accepted', 'confirmed', 'ordered') group by budget_line_id`,
      [budgetLineIds, roundIds],
    )
    return new Map(found.map(({ id, fen }) => [id, fen]))
  }
}

const LOT_NAMES = `
  select l.lot_id as "lotId", l.code, l.grade, l.pack_grams as "packGrams", l.minimum_order as "minimumOrder",
    l.cooperative_id as "cooperativeId", p.name_zh as "productNameZh", p.name_en as "productNameEn"
  from lot_facts l join product_facts p on p.sku_id = l.sku_id`
