import { Injectable } from '@nestjs/common'
import type { Id } from '@weibao/kernel'
import { leastHarm } from '@weibao/matching-engine'
import type { Tx } from '@weibao/platform'
import { ShortfallRelief, type Freed, type Missing } from '@weibao/supply'
import { AllocationRepository } from './allocation.repository.js'
import { Allocations } from './allocations.service.js'

/** What keeps goods of an allocation that has ended for the one that is offered in its place. */
export const keptFor = (allocationId: Id): string => `${allocationId}:anew`

/** A lot gives less than was promised of it: which allocations of it end, and are matched anew. */
@Injectable()
export class LeastHarm extends ShortfallRelief {
  constructor(
    private readonly repository: AllocationRepository,
    private readonly allocations: Allocations,
  ) {
    super()
  }

  async lock(tx: Tx, lotId: Id): Promise<void> {
    await this.repository.lockPromised(tx, lotId)
  }

  /** What is ordered stays: its buyer receives less, or takes it back. */
  async relieve(tx: Tx, { lotId, packages, reason }: Missing): Promise<Freed[]> {
    const promised = await this.repository.lockPromised(tx, lotId)
    const ended = new Set(leastHarm(promised, packages))
    const given = promised.filter(({ id }) => ended.has(id))
    for (const each of given) await this.allocations.supersede(tx, each.id, reason)
    return given
      .sort((a, b) => a.submittedAt - b.submittedAt)
      .map((each) => ({ keptAs: keptFor(each.id), packages: each.packages }))
  }
}
