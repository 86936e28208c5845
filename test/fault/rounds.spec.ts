import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Random, seedOfRun } from '../load/support/random.js'
import type { RoundOutcome } from './support/round-bench.js'
import { openWaitingMarket, type WaitingMarket } from './support/round-market.js'
import { killRounds, proveStaleReader, undisturbed } from './support/round-scenarios.js'

/** Half a minute; on a busy machine each solution of the market takes its time. */
const PATIENT = 300_000

/** The short form of `npm run prove:rounds`. */
describe('a round, while its workers are killed and stopped', { timeout: PATIENT }, () => {
  const random = new Random(seedOfRun())
  let waiting: WaitingMarket
  let baseline: RoundOutcome

  beforeAll(async () => {
    waiting = await openWaitingMarket('fault-round-starts', { starts: 20, demands: 3 })
    const { outcome, faults } = await undisturbed(waiting)
    expect(faults).toEqual([])
    baseline = outcome
  }, PATIENT)
  afterAll(() => waiting.drop())

  it('starts once, whoever asks', () => {
    expect(waiting.faults).toEqual([])
  })

  it(`comes out the same after kills (seed ${random.seed})`, async () => {
    expect(baseline.allocations).toBeGreaterThan(0)
    expect(
      (await killRounds(waiting, baseline, random, { kills: 3, isChanging: false })).faults,
    ).toEqual([])
  })

  it('takes nothing of a worker that slept past its lease', async () => {
    expect((await proveStaleReader(waiting, { isFenced: true })).faults).toEqual([])
  })
})
