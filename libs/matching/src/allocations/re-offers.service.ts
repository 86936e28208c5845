import { Injectable } from '@nestjs/common'
import type { Id } from '@weibao/kernel'
import { UnitOfWork } from '@weibao/platform'
import { Reservations } from '@weibao/supply'
import { AllocationRepository } from './allocation.repository.js'
import { keptFor } from './least-harm.service.js'
import { MarketReader, offered, type MarketNow } from '../market/market-reader.service.js'
import { readSnapshot, snapshotBytes } from '../market/market-snapshot.js'
import { ProposalRepository } from '../rounds/proposal.repository.js'
import { Proposals } from '../rounds/proposals.service.js'
import { RoundRepository } from '../rounds/round.repository.js'
import { runEngine } from '../engine/run-engine.js'

/** One line is quickly searched through. */
const MOVES = 4000

/** What a cooperative gave up, or failed to deliver, is offered to the same line anew: the next best by the engine. */
@Injectable()
export class ReOffers {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: MarketReader,
    private readonly allocations: AllocationRepository,
    private readonly repository: ProposalRepository,
    private readonly proposals: Proposals,
    private readonly rounds: RoundRepository,
    private readonly reservations: Reservations,
  ) {}

  /**
   * Matches the line of such an allocation by itself on the market as it is now, without any cooperative that
   * failed it in this round: so that it ends. Again for the same packages changes nothing. How many allocations it proposes.
   */
  async offer(allocationId: Id): Promise<number> {
    const { now, kept } = await this.unitOfWork.snapshot(async (reader) => ({
      now: await this.reader.read(reader),
      kept: await this.reservations.lotsOf(reader, keptFor(allocationId)),
    }))
    const { notes } = now
    const { reader } = this.unitOfWork
    const given = await this.allocations.get(reader, allocationId)
    const grams = await this.repository.toOfferAnew(reader, allocationId)
    const held = kept.filter(({ state }) => state === 'held')
    const market = withKept(now, given.lotId, sumOf(held))
    const line = market.lines.find(({ id }) => id === given.demandLineId)
    if (!line || grams === 0) {
      await this.unitOfWork.run(async (tx) => {
        await this.reservations.release(tx, keptFor(allocationId))
        await this.rounds.closeIfDone(tx, given.roundId)
      })
      return 0
    }
    const gaveUp = await this.repository.gaveUp(reader, given.roundId, given.demandLineId)
    const alone = {
      ...line,
      wantedGrams: Math.min(line.wantedGrams, grams),
      minimumGrams: 0,
      blockedCooperativeIds: [...line.blockedCooperativeIds, ...gaveUp],
    }
    const input = snapshotBytes({ ...market, lines: [alone] })
    const run = runEngine(input, { moves: MOVES })
    return this.unitOfWork.run(async (tx) => {
      // Before any lot, as whoever proposes does.
      await this.repository.lockProposing(tx)
      await this.allocations.getForUpdate(tx, allocationId)
      await this.reservations.release(tx, keptFor(allocationId))
      if ((await this.repository.toOfferAnew(tx, allocationId)) < grams) return 0
      const attempt = 1 + (await this.repository.attempts(tx, given.roundId, given.demandLineId))
      const written = await this.proposals.write(tx, {
        roundId: given.roundId,
        roundNumber: given.roundNumber,
        attempt,
        followsId: allocationId,
        market: readSnapshot(input),
        notes,
        run,
      })
      await this.rounds.closeIfDone(tx, given.roundId)
      return written.allocations.length
    })
  }
}

/** The market with what is kept of a lot for the line, which nobody else may have. */
function withKept({ market, offers }: MarketNow, lotId: Id, kept: number): MarketNow['market'] {
  const lot = offers.find(({ id }) => id === lotId)
  if (kept === 0 || !lot) return market
  const others = market.lots.filter(({ id }) => id !== lotId)
  const cooperatives = market.cooperatives.map((each) =>
    each.id === lot.cooperativeId
      ? { ...each, placedGrams: each.placedGrams - kept * lot.packGrams }
      : each,
  )
  const lots = [...others, ...offered(lot, market.rules.shopShareBasisPoints, kept)]
  return { ...market, cooperatives, lots }
}

const sumOf = (lots: readonly { readonly quantity: number }[]): number =>
  lots.reduce((sum, { quantity }) => sum + quantity, 0)
