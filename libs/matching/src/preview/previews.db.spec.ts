import { newId } from '@weibao/kernel'
import { makeActor, type World } from '@weibao/platform/testing'
import { Reservations } from '@weibao/supply'
import { Amendments } from '@weibao/demand'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Previews } from './previews.service.js'
import { honeyLine, openPreviewWorld, type PreviewWorld } from '../testing/preview-world.js'

let at: PreviewWorld
let keeper: World

beforeAll(async () => {
  at = await openPreviewWorld()
})
afterAll(async () => {
  await keeper.close()
  await at.world.close()
})

const matched = async (grams: number, line = honeyLine(at)) =>
  at.ask([line], ({ lines }) => lines[0]?.matchedGrams === grams)

describe('a preview', () => {
  it('is unavailable, and no error, while nobody answers', async () => {
    expect(await at.askOnce([honeyLine(at)])).toEqual({
      state: 'unavailable',
      asOf: null,
      lines: [],
    })
  })

  it('says what a demand would get, from whom, at which landed price', async () => {
    const lotId = await at.openLot()
    keeper = await at.startKeeper()
    const { state, asOf, lines } = await matched(2000)
    expect(state).toBe('ready')
    expect(asOf).not.toBeNull()
    expect(lines).toMatchObject([
      {
        reason: 'MATCHED_FULL',
        wantedGrams: 2000,
        cooperativeCount: 1,
        landedFenPerKg: 16_180,
        parts: [{ lotId, packages: 4, goodsFen: 32_000, freightFen: 360 }],
        flip: null,
      },
    ])
  })

  it('says why a line gets nothing and what would change that', async () => {
    const { lines } = await at.ask([honeyLine(at, { maxLandedFenPerKg: 10_000 })])
    expect(lines).toMatchObject([
      {
        reason: 'NO_COMPATIBLE_LOT',
        matchedGrams: 0,
        landedFenPerKg: null,
        flip: { changes: [{ kind: 'ceiling', from: 10_000, to: 16_180 }] },
      },
    ])
  })

  it('stays within the money that is left of the budget line', async () => {
    const { lines } = await at.ask([honeyLine(at)], undefined, at.budgetLineId)
    expect(lines[0]).toMatchObject({ reason: 'MATCHED_FULL' })
    await at.world.sql('update budget_lines set ceiling_fen = 20000 where id = $1', [
      at.budgetLineId,
    ])
    // A form asks with each key; what it names is read once a second.
    at.world.clock.advance(1000)
    const poor = await at.ask([honeyLine(at)], undefined, at.budgetLineId)
    expect(poor.lines[0]).toMatchObject({
      reason: 'BUDGET',
      matchedGrams: 1000,
      flip: { changes: [{ kind: 'budget', from: 20_000, to: 32_360 }] },
    })
  })

  it('changes nothing, however often it is asked', async () => {
    const before = await at.ask([honeyLine(at)])
    for (let k = 0; k < 20; k++) await at.ask([honeyLine(at), honeyLine(at)])
    expect((await at.ask([honeyLine(at)])).lines).toEqual(before.lines)
  })

  it('belongs to the buyer: foreign money is not found, a foreign buyer refused', async () => {
    await expect(at.askOnce([honeyLine(at)], newId())).rejects.toMatchObject({
      code: 'object.not-found',
    })
    const stranger = makeActor({
      role: 'requester',
      organisationId: newId(),
      organisationKind: 'buyer',
    })
    const body = { budgetLineId: null, deliveryPointId: null, lines: [honeyLine(at)] }
    await expect(
      at.world.get<Previews>(Previews).ask(stranger, at.buyerId, body),
    ).rejects.toMatchObject({ code: 'object.not-found' })
  })
})

describe('changes by others', () => {
  it('show up: a demand that came before, and goes again', async () => {
    // Of ten packages three stay for the shop: 3.5 kg, of which the other takes 2.5.
    const other = await at.openDemand([honeyLine(at, { wantedGrams: 2500 })])
    expect((await matched(1000)).lines[0]).toMatchObject({ reason: 'LOT_EXHAUSTED' })
    const buyer = makeActor({
      role: 'requester',
      organisationId: at.buyerId,
      organisationKind: 'buyer',
    })
    await at.world.get<Amendments>(Amendments).cancel(buyer, at.buyerId, other, '不再需要')
    expect((await matched(2000)).lines[0]).toMatchObject({ reason: 'MATCHED_FULL' })
  })

  it('show up: goods held by a shopper, and a lot that opens', async () => {
    const until = new Date(at.world.clock.now().getTime() + 3_600_000)
    await at.world.unitOfWork.run((tx) =>
      at.world
        .get<Reservations>(Reservations)
        .hold(tx, 'order:preview', [{ skuId: at.skuId, quantity: 6 }], until),
    )
    expect((await matched(500)).lines[0]).toMatchObject({ reason: 'LOT_EXHAUSTED' })
    await at.openLot({ offeredPriceFen: 7000 }, true)
    const { lines } = await matched(2000)
    expect(lines[0]!.parts.length).toBeGreaterThan(0)
  })

  it('show up: a price', async () => {
    await at.world.sql(`update lots set offered_price_fen = 6000, version = version + 1`)
    const { lines } = await at.ask(
      [honeyLine(at)],
      (answer) => answer.lines[0]?.landedFenPerKg === 12_180,
    )
    expect(lines[0]).toMatchObject({ landedFenPerKg: 12_180 })
  })

  it('are not lost when a transaction ends after those that began later', async () => {
    let release = () => {}
    const held = new Promise<void>((resolve) => (release = resolve))
    const late = at.world.unitOfWork.run(async (tx) => {
      await tx.query('update lots set offered_price_fen = 9900')
      await held
    })
    await at.openDemand([honeyLine(at, { wantedGrams: 1000 })])
    // Half a kilogram is left of the first lot, three and a half of the other.
    await matched(3000, honeyLine(at, { wantedGrams: 5000 }))
    release()
    await late
    const { lines } = await at.ask(
      [honeyLine(at)],
      (answer) => answer.lines[0]?.landedFenPerKg === 19_980,
    )
    expect(lines[0]).toMatchObject({ landedFenPerKg: 19_980 })
  })
})

describe('the preview process', () => {
  it('gives equal answers after a restart; in between nobody waits for it', async () => {
    const asked = [1, 2, 3, 4].map((kg) => [honeyLine(at, { wantedGrams: kg * 1000 })])
    const before = await Promise.all(asked.map((lines) => at.ask(lines)))
    await keeper.close()
    expect((await at.askOnce([honeyLine(at)])).state).toBe('unavailable')
    keeper = await at.startKeeper()
    const after = await Promise.all(asked.map((lines) => at.ask(lines)))
    expect(after.map(({ lines }) => lines)).toEqual(before.map(({ lines }) => lines))
  })
})
