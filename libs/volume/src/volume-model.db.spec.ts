import type { VolumeStage } from '@weibao/contracts/volume'
import { newId } from '@weibao/kernel'
import { openWorld, type World } from '@weibao/platform/testing'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Volume, VolumeModule } from './index.js'
import { makeFacts } from './testing/line-facts.js'

/** Any sequence of counting and refunding leaves what a plain map of the stages has. */
let world: World
let volume: Volume

beforeAll(async () => {
  world = await openWorld({ modules: [VolumeModule], now: new Date('2026-11-25T02:00:00Z') })
  volume = world.get(Volume)
})
afterAll(() => world.close())

const QUANTITY = 6
const UNIT_FEN = 1900
const UNIT_GRAMS = 250
const stages: readonly VolumeStage[] = ['ordered', 'received', 'confirmed']

type Step = { readonly count: VolumeStage } | { readonly refund: number; readonly again: boolean }
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ count: fc.constantFrom(...stages) }),
  fc.record({ refund: fc.integer({ min: 1, max: 4 }), again: fc.boolean() }),
)

describe('the volume of a line', () => {
  it('is what a model of its stages says, whatever is counted and refunded in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
        const facts = makeFacts({
          goodsFen: QUANTITY * UNIT_FEN,
          quantity: QUANTITY,
          massGrams: QUANTITY * UNIT_GRAMS,
        })
        const model = new Map<VolumeStage, number>()
        for (const each of steps) await take(facts, each, model)

        const found = await world.sql<{
          stage: VolumeStage
          packages: number
          fen: number
          grams: number
        }>(
          `select stage, sum(quantity)::int as packages, sum(goods_fen)::int as fen, sum(mass_grams)::int as grams
             from volume_facts where order_line_id = $1 group by stage`,
          [facts.orderLineId],
        )
        expect(new Map(found.map(({ stage, packages }) => [stage, packages]))).toEqual(model)
        for (const { packages, fen, grams } of found)
          expect([fen, grams]).toEqual([packages * UNIT_FEN, packages * UNIT_GRAMS])
      }),
      { numRuns: 30 },
    )
  })
})

async function take(
  facts: ReturnType<typeof makeFacts>,
  each: Step,
  model: Map<VolumeStage, number>,
): Promise<void> {
  if ('count' in each) {
    const outcome = await world.unitOfWork
      .run((tx) => volume.count(tx, each.count, facts))
      .then((entry) => entry.isNew)
      .catch((error: Error) => error.message)
    const below = stages[stages.indexOf(each.count) - 1]
    const mayStand = below === undefined || (model.get(below) ?? 0) >= QUANTITY
    if (model.has(each.count)) expect(outcome).toBe(false)
    else if (mayStand) expect(outcome).toBe(true)
    else expect(outcome).toContain('does not hold')
    if (outcome === true) model.set(each.count, QUANTITY)
    return
  }
  const reversal = {
    orderLineId: facts.orderLineId,
    refundId: newId(),
    goodsFen: each.refund * UNIT_FEN,
    quantity: each.refund,
    massGrams: each.refund * UNIT_GRAMS,
    occurredAt: world.clock.now(),
  }
  const fits = [...model.values()].every((packages) => packages >= each.refund)
  for (let i = 0; i < (each.again ? 2 : 1); i++) {
    const outcome = await world.unitOfWork
      .run((tx) => volume.reverse(tx, reversal))
      .then((reversed) => reversed.length)
      .catch((error: Error) => error.message)
    expect(outcome).toBe(fits ? model.size : 'volume.reversal-too-large')
  }
  if (fits) for (const [stage, packages] of model) model.set(stage, packages - each.refund)
}
