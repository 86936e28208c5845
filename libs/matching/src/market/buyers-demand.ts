import { Injectable, type OnModuleInit } from '@nestjs/common'
import { OpenDemand, type OpenDemandLine } from '@weibao/demand'
import type { Id } from '@weibao/kernel'
import type { Reader, Tx } from '@weibao/platform'
import { AllocationRepository } from '../allocations/allocation.repository.js'
import {
  DemandSource,
  type DemandedLine,
  type DemandTerms,
  type OpenDemandNow,
  type PurseTerms,
} from './demand-source.js'

/** Buyer organisations are of Baoshan, and so are the doors they name. */
const DESTINATION = 'baoshan'

/** Where what a budget line buys is counted (setting `programme.channels`). */
const CHANNEL = {
  canteen: 'canteen',
  'trade-union': 'union',
  other: 'institution',
} as const satisfies Record<OpenDemandLine['budgetKind'], string>

/** The lines of buyers' open demands; each budget line is a purse. */
@Injectable()
export class BuyersDemand extends DemandSource implements OnModuleInit {
  constructor(
    private readonly demand: OpenDemand,
    private readonly allocations: AllocationRepository,
  ) {
    super()
  }

  onModuleInit(): void {
    this.demand.promisedBy(async (tx, lineIds) => {
      const found = await this.allocations.standingGrams(tx, lineIds)
      return new Map(found.map(({ lineId, grams }) => [lineId, grams]))
    })
  }

  async open(reader: Reader): Promise<OpenDemandNow> {
    const lines = await this.demand.lines(reader)
    const budgets = await this.demand.budgets(reader)
    return {
      lines: lines.map(toDemanded),
      purses: budgets.map(({ id, ceilingFen }) => ({ id, leftFen: ceilingFen })),
    }
  }

  async linesOf(reader: Reader, demandIds: readonly Id[]): Promise<readonly DemandedLine[]> {
    return (await this.demand.lines(reader, demandIds)).map(toDemanded)
  }

  async terms(
    reader: Reader,
    buyerId: Id,
    named: { readonly budgetLineId: Id | null; readonly deliveryPointId: Id | null },
  ): Promise<DemandTerms | null> {
    // A form that has not got so far is asked for often.
    if (named.budgetLineId === null && named.deliveryPointId === null)
      return { destination: DESTINATION, ceilingFen: null }
    const found = await this.demand.ownTerms(reader, buyerId, named)
    return found && { destination: DESTINATION, ceilingFen: found.ceilingFen }
  }

  lockVersions(tx: Tx, lineIds: readonly Id[]): Promise<ReadonlyMap<Id, number>> {
    return this.demand.lockVersions(tx, lineIds)
  }

  lockPurses(tx: Tx, ids: readonly Id[], since: Date): Promise<readonly PurseTerms[]> {
    return this.demand.lockBudgets(tx, ids, since)
  }
}

function toDemanded({
  budgetLineId,
  budgetKind,
  submittedAt,
  ...line
}: OpenDemandLine): DemandedLine {
  return {
    ...line,
    channel: CHANNEL[budgetKind],
    purseId: budgetLineId,
    destination: DESTINATION,
    acceptsSubstitutes: line.productId === null,
    submittedAt: submittedAt.toISOString(),
  }
}
