import { addDays, localDay, newId, startOfLocalDay, type Id } from '@weibao/kernel'
import { makeActor } from '@weibao/platform/testing'
import { Settings } from '@weibao/settings'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { Allocations } from '../allocations/allocations.service.js'
import { MatchReads } from './match-reads.service.js'
import { ReOffers } from '../allocations/re-offers.service.js'
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

beforeAll(async () => {
  at = await openRoundsWorld()
})
afterAll(() => at.world.close())
afterEach(() => clearRounds(at))

async function round(): Promise<Id> {
  const { id } = await at.world.get(Rounds).start(officer)
  expect(await at.world.get(RoundRunner).runNext()).toBe(true)
  return id
}

const proposedIn = async (roundId: Id) =>
  (await at.world.get(MatchReads).allocations({ roundId }, { limit: 50 })).items
const lotOf = async (id: Id) =>
  (
    await at.world.sql<{ held: number; state: string }>(
      'select held, state from lots where id = $1',
      [id],
    )
  )[0]

describe('what a cooperative gave up', { timeout: 60_000 }, () => {
  const giveUp = async (id: Id) => {
    await at.world.unitOfWork.run((tx) =>
      at.world.get(Allocations).declineByCooperative(tx, id, { personId: newId() }),
    )
    return at.world.get(ReOffers).offer(id)
  }
  const liveIn = async (roundId: Id) =>
    (await proposedIn(roundId)).filter(({ state }) => state === 'proposed')

  it('goes to the next best, never again to who gave it up, and the round ends when nobody is left', async () => {
    await at.openLot()
    at.demand.lines = [wantedLine(at, { wantedGrams: 1000 })]
    const roundId = await round()
    await at.openLot({}, true)
    const [first] = await liveIn(roundId)
    expect(await giveUp(first!.id)).toBe(1)
    const [second] = await liveIn(roundId)
    expect(second!.cooperativeId).toBe(at.cooperatives[1])
    expect(await giveUp(second!.id)).toBe(0)
    expect(await liveIn(roundId)).toEqual([])
    expect(await at.world.get(Rounds).get(roundId)).toMatchObject({ state: 'closed' })
  })

  it('is offered once, however often that is asked for', async () => {
    await at.openLot()
    at.demand.lines = [wantedLine(at, { wantedGrams: 1000 })]
    const roundId = await round()
    await at.openLot({}, true)
    const [first] = await liveIn(roundId)
    await giveUp(first!.id)
    const again = await Promise.all([1, 2, 3].map(() => at.world.get(ReOffers).offer(first!.id)))
    expect(again).toEqual([0, 0, 0])
    expect(await liveIn(roundId)).toHaveLength(1)
  })

  it('is what silence after the buyer’s yes gives up too', async () => {
    await at.openLot()
    at.demand.lines = [wantedLine(at, { wantedGrams: 1000 })]
    const roundId = await round()
    await at.openLot({}, true)
    const [first] = await liveIn(roundId)
    await at.world.unitOfWork.run((tx) =>
      at.world.get(Allocations).accept(tx, first!.id, { personId: newId() }),
    )
    at.world.clock.set(new Date(at.world.clock.now().getTime() + 4 * 86_400_000))
    await at.world.get(Allocations).lapseDue()
    await at.world.get(ReOffers).offer(first!.id)
    expect((await liveIn(roundId)).map(({ cooperativeId }) => cooperativeId)).toEqual([
      at.cooperatives[1],
    ])
  })
})

describe('a round, while the market changes', { timeout: 60_000 }, () => {
  /** Starts a round, and does something once it has read the market. */
  async function meanwhile(act: () => Promise<unknown>): Promise<Id> {
    const { id } = await at.world.get(Rounds).start(officer)
    const running = at.world.get(RoundRunner).runNext()
    for (let phase = ''; phase !== 'solving';)
      phase = (
        await at.world.sql<{ phase: string }>('select phase from rounds where id = $1', [id])
      )[0]!.phase
    await act()
    await running
    return id
  }
  const changesOf = async (id: Id) =>
    (await at.world.get(MatchReads).result(id)).changes.map(({ cause, takenPackages }) => [
      cause,
      takenPackages,
    ])

  it('takes nothing of a lot that is on other terms by then', async () => {
    const lotId = await at.openLot()
    at.demand.lines = [wantedLine(at)]
    const id = await meanwhile(() =>
      at.world.sql(
        'update lots set offered_price_fen = 9000, version = version + 1 where id = $1',
        [lotId],
      ),
    )
    expect(await changesOf(id)).toEqual([['lot-changed', 0]])
    expect(await lotOf(lotId)).toEqual({ held: 0, state: 'open' })
  })

  it('gives a line nothing more that was offered anew what a cooperative gave up', async () => {
    await at.openLot({ quantity: 4 })
    at.demand.lines = [wantedLine(at, { wantedGrams: 1000 })]
    const [given] = await proposedIn(await round())
    await at.world.unitOfWork.run((tx) =>
      at.world.get(Allocations).declineByCooperative(tx, given!.id, { personId: newId() }),
    )
    await at.openLot({ quantity: 100 }, true)
    const id = await meanwhile(() => at.world.get(ReOffers).offer(given!.id))
    expect(await changesOf(id)).toEqual([['line-changed', 0]])
    const [live] = await at.world.sql<{ grams: number }>(
      `select sum(mass_grams)::int as grams from allocations where demand_line_id = $1 and state = 'proposed'`,
      [at.demand.lines[0]!.id],
    )
    expect(live!.grams).toBe(1000)
  })

  it('decides by the settings of its snapshot', async () => {
    await at.openLot()
    at.demand.lines = [wantedLine(at)]
    const day = localDay(at.world.clock.now())
    const share = async (version: number, value: number) => {
      await at.world.sql(
        `insert into settings (key, version, valid_from, value, reason, author_id)
         values ('matching.shop-share-basis-points', $1, $2, $3, 'a test', $4)`,
        [version, day, JSON.stringify(value), newId()],
      )
      at.world.get(Settings).forget()
    }
    const id = await meanwhile(() => share(1, 10_000))
    const [allocation] = await proposedIn(id)
    expect(allocation).toMatchObject({ packages: 7 })
    expect(await at.world.get(Rounds).replay(id)).toMatchObject({ isSame: true })
    // The next one keeps everything for the shop.
    await at.openLot()
    at.demand.lines = [wantedLine(at)]
    expect(await proposedIn(await round())).toEqual([])
    await share(2, 3000)
  })

  it('leaves nothing when it is cancelled while it solves', async () => {
    const lotId = await at.openLot()
    at.demand.lines = [wantedLine(at)]
    const id = await meanwhile(async () => {
      const [{ id: running }] = (await at.world.sql<{ id: Id }>(
        `select id from rounds where state = 'running'`,
      )) as [{ id: Id }]
      await at.world.get(Rounds).cancel(officer, running)
    })
    expect(await at.world.get(Rounds).get(id)).toMatchObject({ state: 'cancelled', outcome: null })
    expect(await proposedIn(id)).toEqual([])
    expect(await lotOf(lotId)).toEqual({ held: 0, state: 'open' })
  })

  it('ends where there is nothing to match', async () => {
    const id = await round()
    expect(await at.world.get(Rounds).get(id)).toMatchObject({
      state: 'closed',
      outcome: { allocationCount: 0, wantedGrams: 0, boundGrams: 0 },
    })
    expect(await at.world.get(Rounds).replay(id)).toMatchObject({ isSame: true })
  })

  it('starts by itself at its hour, once a day, and never where the setting says so', async () => {
    const rounds = at.world.get(Rounds)
    const runner = at.world.get(RoundRunner)
    const before = at.world.clock.now()
    const at5 = new Date(startOfLocalDay(addDays(localDay(before), 1)).getTime() + 5 * 3_600_000)
    at.world.clock.set(at5)
    await rounds.startDaily()
    expect(await runner.runNext()).toBe(false)
    at.world.clock.set(new Date(at5.getTime() + 2 * 3_600_000))
    await rounds.startDaily()
    expect(await runner.runNext()).toBe(true)
    await rounds.startDaily()
    expect(await runner.runNext()).toBe(false)
  })
})
