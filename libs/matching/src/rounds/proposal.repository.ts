import { Injectable } from '@nestjs/common'
import { newId, type Id } from '@weibao/kernel'
import { execute, rows, type Reader, type Tx } from '@weibao/platform'
import type { Allocation, RoundChange, RoundCooperative, TicketEntry } from './round.entity.js'

export type NewAllocation = Pick<
  Allocation,
  | 'id'
  | 'number'
  | 'roundId'
  | 'attempt'
  | 'followsId'
  | 'demandLineId'
  | 'demandId'
  | 'demandNumber'
  | 'buyerId'
  | 'budgetLineId'
  | 'channel'
  | 'destination'
  | 'subdistrictCode'
  | 'lotId'
  | 'skuId'
  | 'productId'
  | 'cooperativeId'
  | 'townshipCode'
  | 'categoryCode'
  | 'packages'
  | 'packGrams'
  | 'massGrams'
  | 'unitPriceFen'
  | 'goodsFen'
  | 'freightFen'
  | 'leavesOn'
  | 'arrivesOn'
  | 'answerBy'
  | 'proposedAt'
>

/** SQL that writes what a round proposes, each table in one statement. */
@Injectable()
export class ProposalRepository {
  /** Rounds and re-offers write one after the other: what one gave, the next one sees. */
  async lockProposing(tx: Tx): Promise<void> {
    await tx.query('select pg_advisory_xact_lock(7304)')
  }

  async addAllocations(tx: Tx, all: readonly NewAllocation[], at: Date): Promise<void> {
    if (all.length === 0) return
    const added = all.map((each) => ({
      ...snakeCased(each),
      state: 'proposed',
      reason: '',
      version: 1,
    }))
    await execute(
      tx,
      `with added as (
         insert into allocations select * from jsonb_populate_recordset(null::allocations, $1) returning id)
       insert into allocation_moves (id, allocation_id, to_state, made_at)
       select m.id, m.allocation_id, 'proposed', $2 from unnest($3::uuid[], $4::uuid[]) as m(id, allocation_id)
       join added a on a.id = m.allocation_id`,
      [JSON.stringify(added), at, all.map(() => newId()), all.map(({ id }) => id)],
    )
  }

  addTickets(tx: Tx, all: readonly TicketEntry[]): Promise<void> {
    return this.add(tx, 'tickets', all)
  }

  addCooperatives(tx: Tx, all: readonly RoundCooperative[]): Promise<void> {
    return this.add(tx, 'round_cooperatives', all)
  }

  addChanges(tx: Tx, all: readonly RoundChange[]): Promise<void> {
    return this.add(tx, 'round_changes', all)
  }

  /** The attempts of a line in a round so far. */
  async attempts(tx: Tx, roundId: Id, lineId: Id): Promise<number> {
    const [found] = (await tx.query(
      'select coalesce(max(attempt), 0)::int as attempts from tickets where round_id = $1 and demand_line_id = $2',
      [roundId, lineId],
    )) as [{ attempts: number }]
    return found.attempts
  }

  /** The cooperatives that gave up what a round had given a line: by a refusal, by silence, or by not delivering it. */
  async gaveUp(reader: Reader, roundId: Id, lineId: Id): Promise<Id[]> {
    const found = await rows<{ id: Id }>(
      reader,
      `select distinct a.cooperative_id as id from allocations a
       left join allocation_undelivered_facts u on u.allocation_id = a.id
       where a.round_id = $1 and a.demand_line_id = $2
         and (a.declined_by = 'cooperative' or a.state = 'lapsed' and a.accepted_at is not null
           or u.failed_packages > 0)`,
      [roundId, lineId],
    )
    return found.map(({ id }) => id)
  }

  /**
   * What of an allocation is to be offered anew, in grams: all of one that was given up, unless something was
   * offered in its place; of an ordered one what its cooperative failed to deliver, less what was offered in place.
   */
  async toOfferAnew(reader: Reader, id: Id): Promise<number> {
    const [found] = await rows<{ grams: number }>(
      reader,
      `select case when a.state = 'ordered'
           then greatest(0, coalesce(u.failed_packages, 0)::bigint * a.pack_grams - coalesce(f.grams, 0))
           when f.grams is null then a.mass_grams else 0 end as grams
       from allocations a
       left join allocation_undelivered_facts u on u.allocation_id = a.id
       cross join lateral (select sum(mass_grams)::bigint as grams from allocations where follows_id = a.id) f
       where a.id = $1`,
      [id],
    )
    return found?.grams ?? 0
  }

  private async add(
    tx: Tx,
    table: 'tickets' | 'round_cooperatives' | 'round_changes',
    all: readonly object[],
  ): Promise<void> {
    if (all.length === 0) return
    await execute(
      tx,
      `insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1)`,
      [JSON.stringify(all.map(snakeCased))],
    )
  }
}

function snakeCased(entity: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(entity).map(([name, value]) => [
      name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value,
    ]),
  )
}
