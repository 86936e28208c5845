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

  /** The cooperatives that gave up what a round had given a line: by a refusal, or by silence. */
  async gaveUp(reader: Reader, roundId: Id, lineId: Id): Promise<Id[]> {
    const found = await rows<{ id: Id }>(
      reader,
      `select distinct cooperative_id as id from allocations
       where round_id = $1 and demand_line_id = $2
         and (declined_by = 'cooperative' or state = 'lapsed' and accepted_at is not null)`,
      [roundId, lineId],
    )
    return found.map(({ id }) => id)
  }

  /** Whether something was offered in place of an allocation already. */
  async wasFollowed(tx: Tx, id: Id): Promise<boolean> {
    const found = (await tx.query('select 1 from allocations where follows_id = $1 limit 1', [
      id,
    ])) as unknown[]
    return found.length > 0
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
