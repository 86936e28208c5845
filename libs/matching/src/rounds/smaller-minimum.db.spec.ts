import { flipText } from '@weibao/contracts/ticket-text'
import { makeActor } from '@weibao/platform/testing'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import {
  clearRounds,
  openRoundsWorld,
  wantedLine,
  type RoundsWorld,
} from '../testing/rounds-world.js'
import { MatchReads } from './match-reads.service.js'
import { RoundRunner } from './round-runner.service.js'
import { Rounds } from './rounds.service.js'

let at: RoundsWorld

beforeAll(async () => {
  at = await openRoundsWorld()
}, 120_000)
afterAll(() => at.world.close())
afterEach(() => clearRounds(at))

/** The ticket of the only line, which takes at least so much or nothing. */
async function ticketOf(minimumGrams: number) {
  at.demand.lines = [wantedLine(at, { wantedGrams: 8000, minimumGrams })]
  const { id: roundId } = await at.world.get(Rounds).start(makeActor({ role: 'officer' }))
  await at.world.get(RoundRunner).runNext()
  const { items } = await at.world.get(MatchReads).tickets({ roundId }, { limit: 10 })
  expect(items).toHaveLength(1)
  return items[0]!
}

describe('A line that takes its minimum or nothing', { timeout: 120_000 }, () => {
  it('is told of a smaller one that would have been matched, and with that one it is', async () => {
    await at.openLot({ quantity: 8 })
    const missed = await ticketOf(6000)
    expect(missed).toMatchObject({ reason: 'MIN_FILL', matchedGrams: 0 })
    const [change] = missed.flip!.changes
    expect(change).toMatchObject({ kind: 'minimum', lotId: null, from: 6000 })
    const smaller = Number(change!.to)
    expect(flipText(missed, 'zh-CN')).toBe(
      `如果最低需求量从 6 公斤降到 ${smaller / 1000} 公斤，可多配 ${smaller / 1000} 公斤。`,
    )
    expect(await ticketOf(smaller)).toMatchObject({ matchedGrams: smaller })
  })
})
