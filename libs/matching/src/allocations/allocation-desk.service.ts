import { Injectable } from '@nestjs/common'
import type { AllocationView } from '@weibao/contracts/allocation'
import type { Id } from '@weibao/kernel'
import { notFound, UnitOfWork, type Actor, type Tx } from '@weibao/platform'
import { Acceptances } from './acceptances.service.js'
import { AllocationRepository } from './allocation.repository.js'
import { Allocations } from './allocations.service.js'
import { MatchReads } from '../rounds/match-reads.service.js'

type Side = 'buyerId' | 'cooperativeId'

/** Allocations as a buyer's approver and a cooperative answer them: whose they are is checked here. */
@Injectable()
export class AllocationDesk {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: AllocationRepository,
    private readonly allocations: Allocations,
    private readonly acceptances: Acceptances,
    private readonly reads: MatchReads,
  ) {}

  async accept(actor: Actor, buyerId: Id, id: Id): Promise<AllocationView> {
    const { items } = await this.acceptAll(actor, buyerId, [id])
    return items[0]!
  }

  /** All of them or none; what is above a limit then waits for another approver. */
  async acceptAll(actor: Actor, buyerId: Id, ids: readonly Id[]) {
    actor.mustReach('allocation:answer', buyerId)
    await this.unitOfWork.run((tx) => this.acceptances.accept(tx, buyerId, ids, actor.personId))
    return { items: await this.reads.allocationsOf(ids) }
  }

  decline(actor: Actor, buyerId: Id, id: Id, reason: string) {
    return this.answer(actor, 'buyerId', buyerId, id, (tx) =>
      this.allocations.decline(tx, id, { personId: actor.personId, reason }),
    )
  }

  confirm(actor: Actor, cooperativeId: Id, id: Id) {
    return this.answer(actor, 'cooperativeId', cooperativeId, id, (tx) =>
      this.allocations.confirm(tx, id, { personId: actor.personId }),
    )
  }

  declineByCooperative(actor: Actor, cooperativeId: Id, id: Id, reason: string) {
    return this.answer(actor, 'cooperativeId', cooperativeId, id, (tx) =>
      this.allocations.declineByCooperative(tx, id, { personId: actor.personId, reason }),
    )
  }

  private async answer(
    actor: Actor,
    side: Side,
    ownerId: Id,
    id: Id,
    act: (tx: Tx) => Promise<void>,
  ): Promise<AllocationView> {
    actor.mustReach('allocation:answer', ownerId)
    await this.unitOfWork.run(async (tx) => {
      const found = await this.repository.get(tx, id)
      if (found[side] !== ownerId) throw notFound()
      await act(tx)
    })
    return this.reads.allocation(id)
  }
}
