import { Injectable } from '@nestjs/common'
import type { Id } from '@weibao/kernel'
import { UnitOfWork } from '@weibao/platform'
import { AllocationRepository } from './allocation.repository.js'
import { MarketReader } from './market-reader.service.js'
import { readSnapshot, snapshotBytes } from './market-snapshot.js'
import { ProposalRepository } from './proposal.repository.js'
import { Proposals } from './proposals.service.js'
import { RoundRepository } from './round.repository.js'
import { runEngine } from './run-engine.js'

/** One line is quickly searched through. */
const MOVES = 4000

/** What a cooperative gave up is offered to the same line anew: the next best by the engine. */
@Injectable()
export class ReOffers {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: MarketReader,
    private readonly allocations: AllocationRepository,
    private readonly repository: ProposalRepository,
    private readonly proposals: Proposals,
    private readonly rounds: RoundRepository,
  ) {}

  /**
   * Matches the line of a given-up allocation by itself on the market as it is now, without any
   * cooperative that gave it up in this round. Again for the same allocation changes nothing. How many allocations it proposes.
   */
  async offer(allocationId: Id): Promise<number> {
    const { market, notes } = await this.unitOfWork.snapshot((reader) => this.reader.read(reader))
    const given = await this.allocations.get(this.unitOfWork.reader, allocationId)
    const line = market.lines.find(({ id }) => id === given.demandLineId)
    if (!line) {
      await this.unitOfWork.run((tx) => this.rounds.closeIfDone(tx, given.roundId))
      return 0
    }
    const { reader } = this.unitOfWork
    const gaveUp = await this.repository.gaveUp(reader, given.roundId, given.demandLineId)
    const alone = {
      ...line,
      wantedGrams: Math.min(line.wantedGrams, given.massGrams),
      minimumGrams: 0,
      blockedCooperativeIds: [...line.blockedCooperativeIds, ...gaveUp],
    }
    const input = snapshotBytes({ ...market, lines: [alone] })
    const run = runEngine(input, { moves: MOVES })
    return this.unitOfWork.run(async (tx) => {
      await this.allocations.getForUpdate(tx, allocationId)
      if (await this.repository.wasFollowed(tx, allocationId)) return 0
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
