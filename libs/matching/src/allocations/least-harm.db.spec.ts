import { Members, People } from '@weibao/identity'
import { newId, type Id } from '@weibao/kernel'
import { makeActor, type World } from '@weibao/platform/testing'
import { Reservations } from '@weibao/supply'
import { LotDesk } from '@weibao/supply/testing'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { Allocations } from './allocations.service.js'
import { MatchReads } from '../rounds/match-reads.service.js'
import { RoundRunner } from '../rounds/round-runner.service.js'
import { Rounds } from '../rounds/rounds.service.js'
import {
  clearRounds,
  openRoundsWorld,
  wantedLine,
  type RoundsWorld,
} from '../testing/rounds-world.js'

let at: RoundsWorld
let beside: World
let requesterId: Id
const officer = makeActor({ role: 'officer' })

beforeAll(async () => {
  at = await openRoundsWorld()
  beside = await at.beside()
  const person = {
    displayName: '经办人',
    contacts: ['requester@example.com'],
    password: 'Mi-2026-x',
  }
  requesterId = await at.world.get(People).create(person)
  const member = { organisationId: at.buyerId, personId: requesterId, role: 'requester' } as const
  await at.world.get(Members).add(member)
})
afterAll(async () => {
  await beside.close()
  await at.world.close()
})
afterEach(() => clearRounds(at))

/** A lot of ten: three stay for the shop, four are promised to the first line and three to the second. */
async function promised() {
  const lotId = await at.openLot()
  const lines = [2000, 1500].map((wantedGrams, n) =>
    wantedLine(at, { wantedGrams, submittedAt: `2026-11-0${n + 1}T00:00:00Z` }),
  )
  at.demand.lines = lines
  const { id: roundId } = await at.world.get(Rounds).start(officer)
  await at.world.get(RoundRunner).runNext()
  const { items } = await at.world.get(MatchReads).allocations({ roundId }, { limit: 50 })
  const of = (n: number) => items.find(({ lineId }) => lineId === lines[n]!.id)!
  return { lotId, roundId, large: of(0), small: of(1) }
}

const fallShort = (lotId: Id, quantity: number, world = at.world) =>
  world
    .get(LotDesk)
    .declareShortfall(
      makeActor({ role: 'owner', organisationId: at.cooperatives[0] }),
      at.cooperatives[0],
      lotId,
      { quantity, reason: '下冰雹' },
    )
/** A shopper in another process takes one package of the good into checkout. */
const buyOne = (world: World) =>
  world.unitOfWork.run((tx) =>
    world
      .get<Reservations>(Reservations)
      .hold(
        tx,
        newId(),
        [{ skuId: at.skuId, quantity: 1 }],
        new Date(world.clock.now().getTime() + 600_000),
      ),
  )
const stateOf = async (id: Id) => (await at.world.get(MatchReads).allocation(id)).state
const heldFor = async (lotId: Id) =>
  (
    await at.world.sql<{ held: number; kept: number; promised: number; missing: number }>(
      `select l.held::int, coalesce((select sum(r.quantity) from reservations r where r.lot_id = l.id
          and r.state = 'held' and r.reference like '%:anew'), 0)::int as kept, coalesce((select sum(a.packages) from allocations a where a.lot_id = l.id
          and a.state in ('proposed', 'accepted', 'confirmed')), 0)::int as promised,
         coalesce((select sum(s.missing) from shortfalls s where s.lot_id = l.id), 0)::int as missing
       from lots l where l.id = $1`,
      [lotId],
    )
  )[0]!

describe('a lot that falls short of what rounds have promised', { timeout: 120_000 }, () => {
  it('takes it from whom it harms least, sells on what is left, and says so to its buyer', async () => {
    const { lotId, large, small } = await promised()
    // Three are nobody’s yet; two of the seven promised are missing.
    const short = await fallShort(lotId, 5)
    expect(short).toMatchObject({ state: 'exhausted', writtenOff: 5, missing: 0 })
    expect([await stateOf(large.id), await stateOf(small.id)]).toEqual(['proposed', 'superseded'])
    expect(await heldFor(lotId)).toEqual({ held: 5, kept: 1, promised: 4, missing: 0 })
    expect(
      await at.world.sql('select kind, params from notifications where person_id = $1', [
        requesterId,
      ]),
    ).toEqual([
      {
        kind: 'allocation-superseded',
        params: expect.objectContaining({ number: small.number, reason: '下冰雹' }) as unknown,
      },
    ])
  })

  it('offers the next best to the line that lost, another lot of anybody', async () => {
    const { lotId, roundId, small } = await promised()
    await at.openLot({}, true)
    await fallShort(lotId, 5)
    await at.world.deliver()
    const { items } = await at.world.get(MatchReads).allocations({ roundId }, { limit: 50 })
    const again = items.filter(
      ({ lineId, state }) => lineId === small.lineId && state === 'proposed',
    )
    expect(again.reduce((sum, { packages }) => sum + packages, 0)).toBe(small.packages)
  })

  it('keeps what its lot has left for the line that lost: the shop does not come between', async () => {
    for (let turn = 0; turn < 4; turn++) {
      const { lotId, roundId } = await promised()
      const first = await Promise.allSettled([
        ...Array.from({ length: turn }, () => buyOne(beside)),
        fallShort(lotId, 5),
        ...Array.from({ length: 3 }, () => buyOne(beside)),
      ])
      expect(first[turn]!.status).toBe('fulfilled')
      // What was nobody’s may have been bought before; from the shortfall on nothing is.
      const { kept } = await heldFor(lotId)
      const late = await Promise.allSettled(Array.from({ length: 3 }, () => buyOne(beside)))
      expect(late.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
      await at.world.deliver()
      const { items } = await at.world.get(MatchReads).allocations({ roundId }, { limit: 50 })
      const anew = items.filter(({ number }) => /-\d+-[0-9a-f]+-2$/.test(number))
      expect(anew.reduce((sum, { packages }) => sum + packages, 0)).toBe(kept)
      const bought = first.filter(({ status }) => status === 'fulfilled').length - 1
      const after = await heldFor(lotId)
      expect(after).toMatchObject({ kept: 0, missing: 0, held: after.promised + bought })
      await clearRounds(at)
    }
  })

  it('sells what was kept when nobody comes for it in time, and when its line is no longer open', async () => {
    const { lotId } = await promised()
    await fallShort(lotId, 5)
    at.demand.lines = []
    await at.world.deliver()
    expect(await heldFor(lotId)).toMatchObject({ kept: 0, held: 4 })
    expect(await at.world.sql('select state from lots where id = $1', [lotId])).toEqual([
      { state: 'open' },
    ])
  })

  it('touches nobody while what nobody has ordered is enough, and stops sale', async () => {
    const { lotId, large, small } = await promised()
    expect(await fallShort(lotId, 3)).toMatchObject({ state: 'short', missing: 0 })
    expect([await stateOf(large.id), await stateOf(small.id)]).toEqual(['proposed', 'proposed'])
  })

  it('ends every promise when nothing is left, and keeps held = promised while buyers answer', async () => {
    for (let turn = 0; turn < 4; turn++) {
      const { lotId, large, small } = await promised()
      const by = { personId: requesterId }
      const answer = (id: Id, act: 'accept' | 'decline') =>
        beside.unitOfWork.run((tx) => beside.get(Allocations)[act](tx, id, by))
      const outcomes = await Promise.allSettled([
        answer(small.id, turn % 2 ? 'accept' : 'decline'),
        fallShort(lotId, 5),
        answer(large.id, 'accept'),
        fallShort(lotId, 2, beside),
      ])
      expect(outcomes[1]!.status).toBe('fulfilled')
      const { held, kept, promised: still, missing } = await heldFor(lotId)
      expect([held, missing]).toEqual([still + kept, 0])
      expect(
        await at.world.sql('select 1 from lots where id = $1 and written_off = 7', [lotId]),
      ).toHaveLength(1)
      await clearRounds(at)
    }
  })
})
