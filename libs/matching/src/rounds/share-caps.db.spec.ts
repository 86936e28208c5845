import type { Id } from '@weibao/kernel'
import { makeActor } from '@weibao/platform/testing'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { Allocations } from '../allocations/allocations.service.js'
import type { DemandedLine } from '../market/demand-source.js'
import { MatchReads } from './match-reads.service.js'
import { RoundRunner } from './round-runner.service.js'
import { Rounds } from './rounds.service.js'
import {
  clearRounds,
  openRoundsWorld,
  wantedLine,
  type RoundsWorld,
} from '../testing/rounds-world.js'

let at: RoundsWorld
const officer = makeActor({ role: 'officer' })
const by = { personId: makeActor().personId }

beforeAll(async () => {
  at = await openRoundsWorld()
}, 120_000)
afterAll(() => at.world.close())
afterEach(() => clearRounds(at))

async function round(): Promise<Id> {
  const { id } = await at.world.get(Rounds).start(officer)
  await at.world.get(RoundRunner).runNext()
  return id
}
/** Grams that stand of a line, with the first cooperative and with the second. */
const standing = async ({ id }: DemandedLine) => {
  const found = await at.world.sql<{ cooperativeId: Id; grams: number }>(
    `select cooperative_id as "cooperativeId", sum(mass_grams)::int as grams
     from allocation_standing_facts where demand_line_id = $1 group by 1`,
    [id],
  )
  return at.cooperatives.map(
    (own) => found.find(({ cooperativeId }) => cooperativeId === own)?.grams ?? 0,
  )
}

describe('the share of a line that one cooperative may have', { timeout: 120_000 }, () => {
  it('holds over all rounds: what the first gave, the second leaves to others', async () => {
    const line = wantedLine(at, { wantedGrams: 4000, shareCapBasisPoints: 5000 })
    at.demand.lines = [line]
    await at.openLot()
    await round()
    expect(await standing(line)).toEqual([2000, 0])
    // Alone it would fill a half of what is left again.
    await at.openLot()
    await round()
    expect(await standing(line)).toEqual([2000, 0])
    await at.openLot({}, true)
    await round()
    expect(await standing(line)).toEqual([2000, 2000])
  })

  it('is filled up by a later round to the whole of it, not beyond', async () => {
    const line = wantedLine(at, { wantedGrams: 5000, shareCapBasisPoints: 6000 })
    at.demand.lines = [line]
    // Seven in ten are the round’s: two packages of 500 g of three, then as many as are asked for.
    await at.openLot({ quantity: 3 })
    await round()
    expect(await standing(line)).toEqual([1000, 0])
    await at.openLot()
    await round()
    expect(await standing(line)).toEqual([3000, 0])
    await at.openLot()
    await round()
    expect(await standing(line)).toEqual([3000, 0])
  })

  it('holds for what is offered anew, too', async () => {
    const line = wantedLine(at, { wantedGrams: 4000, shareCapBasisPoints: 5000 })
    at.demand.lines = [line]
    await at.openLot()
    await at.openLot({}, true)
    const roundId = await round()
    expect(await standing(line)).toEqual([2000, 2000])
    const { items } = await at.world.get(MatchReads).allocations({ roundId }, { limit: 10 })
    const first = items.find(({ cooperativeId }) => cooperativeId === at.cooperatives[0])!
    const allocations = at.world.get(Allocations)
    await at.world.unitOfWork.run(async (tx) => {
      await allocations.accept(tx, first.id, by)
      await allocations.declineByCooperative(tx, first.id, by)
    })
    await at.openLot({}, true)
    await at.world.deliver()
    expect(await standing(line)).toEqual([0, 2000])
  })
})
