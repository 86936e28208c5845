import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { steer } from '../load/support/provider.js'
import { Random, seedOfRun } from '../load/support/random.js'
import { openFaultMarket, type FaultMarket } from './support/fault-market.js'
import { killThroughCheckout } from './support/kill-scenario.js'

/** The short form of `npm run prove:payments`. */
describe('money, while processes are killed', () => {
  let fault: FaultMarket
  const random = new Random(seedOfRun())

  beforeAll(async () => {
    fault = await openFaultMarket('fault-payments')
  })
  afterAll(() => fault.stop())

  it(`has every effect once, whatever is killed (seed ${random.seed})`, async () => {
    await steer(fault.market, { deliveriesPerEvent: 2, shuffleWindowMs: 300, seed: random.seed })
    const outcome = await killThroughCheckout(fault, random, {
      kills: 6,
      visits: 60,
      buyers: 8,
      limitMillis: 60_000,
      finalWithinMillis: 60_000,
    })
    expect(outcome.faults).toEqual([])
    expect(outcome.report.total).toBeGreaterThanOrEqual(6)
    expect(outcome.history.placed.size).toBeGreaterThanOrEqual(60)
  })
})
