import { Injectable } from '@nestjs/common'
import type { Id } from '@weibao/kernel'
import { leastHarm } from '@weibao/matching-engine'
import type { Tx } from '@weibao/platform'
import { ShortfallRelief, type Missing } from '@weibao/supply'
import { AllocationRepository } from './allocation.repository.js'
import { Allocations } from './allocations.service.js'

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
  async relieve(tx: Tx, { lotId, packages, reason }: Missing): Promise<number> {
    const promised = await this.repository.lockPromised(tx, lotId)
    const ended = new Set(leastHarm(promised, packages))
    let free = 0
    for (const each of promised.filter(({ id }) => ended.has(id))) {
      await this.allocations.supersede(tx, each.id, reason)
      free += each.packages
    }
    return free
  }
}
