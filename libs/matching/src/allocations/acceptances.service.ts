import { Injectable } from '@nestjs/common'
import { Notifier } from '@weibao/documents'
import { Members } from '@weibao/identity'
import type { Id } from '@weibao/kernel'
import { notFound, refusal, type Tx } from '@weibao/platform'
import { AllocationRepository, type AllocationRow } from './allocation.repository.js'
import { Allocations } from './allocations.service.js'
import { DemandSource, type PurseTerms } from '../market/demand-source.js'

/** What of a budget line is taken now, and what waits for a second approver. */
interface Weighed {
  readonly accepted: readonly AllocationRow[]
  readonly waiting: readonly AllocationRow[]
  readonly limitFen: number | null
}

/**
 * What a buyer's approvers take of what was proposed: all of what is asked or nothing, within each budget line's
 * ceiling, and above its limit by two of them.
 */
@Injectable()
export class Acceptances {
  constructor(
    private readonly repository: AllocationRepository,
    private readonly allocations: Allocations,
    private readonly demand: DemandSource,
    private readonly members: Members,
    private readonly notifier: Notifier,
  ) {}

  /**
   * Takes what is asked, each budget line weighed by its sum in the round. A foreign one is 404; refuses with
   * `allocation.over-budget`, `allocation.same-approver` or `allocation.too-late`.
   */
  async accept(tx: Tx, buyerId: Id, ids: readonly Id[], personId: Id): Promise<void> {
    const found = await this.repository.lockOfBuyer(tx, buyerId, ids)
    if (found.length < new Set(ids).size) throw notFound()
    for (const { accepted, waiting, limitFen } of await this.weigh(tx, found, personId)) {
      for (const { id } of accepted)
        await this.allocations.accept(tx, id, { personId, approvalLimitFen: limitFen })
      for (const { id } of waiting) await this.allocations.approveFirst(tx, id, personId)
      if (waiting.length > 0) await this.tellOthers(tx, buyerId, waiting, personId)
    }
  }

  private async weigh(tx: Tx, found: readonly AllocationRow[], personId: Id): Promise<Weighed[]> {
    const purseIds = new Set(found.flatMap(({ budgetLineId }) => budgetLineId ?? []))
    const since = new Date(Math.min(...found.map(({ proposedAt }) => proposedAt.getTime())))
    const purses = await this.demand.lockPurses(tx, [...purseIds], since)
    // Read under the lock of the budget lines: what another has just taken is seen.
    const taken = await this.repository.takenFen(tx, [...purseIds])
    const roundIds = [...new Set(found.map(({ roundId }) => roundId))]
    const alone = await this.repository.acceptedAloneFen(tx, [...purseIds], roundIds)
    const free = found.filter(({ budgetLineId }) => budgetLineId === null)
    const weighed = purses.map((purse) => {
      const own = found.filter(({ budgetLineId }) => budgetLineId === purse.id)
      mustHold(purse, taken.get(purse.id) ?? 0, own)
      return divide(purse, alone.get(purse.id) ?? 0, own, personId)
    })
    return [...weighed, { accepted: free, waiting: [], limitFen: null }]
  }

  private async tellOthers(
    tx: Tx,
    buyerId: Id,
    waiting: readonly AllocationRow[],
    personId: Id,
  ): Promise<void> {
    const approvers = await this.members.peopleOf(tx, buyerId, 'approver')
    for (const other of approvers.filter((each) => each !== personId))
      await this.notifier.notify(tx, {
        personId: other,
        kind: 'allocations-wait-for-second',
        params: { organisationId: buyerId, count: waiting.length, amountFen: costOf(waiting) },
      })
  }
}

function costOf(allocations: readonly AllocationRow[]): number {
  return allocations.reduce((sum, { goodsFen, freightFen }) => sum + goodsFen + freightFen, 0)
}

function mustHold(
  { name, ceilingFen }: PurseTerms,
  takenFen: number,
  own: readonly AllocationRow[],
): void {
  if (ceilingFen === null || takenFen + costOf(own) <= ceilingFen) return
  const leftFen = Math.max(0, ceilingFen - takenFen)
  throw refusal('allocation.over-budget', { name, leftYuan: (leftFen / 100).toFixed(2) })
}

/**
 * What one has approved is complete with another; what is new waits when its sum is above the limit,
 * with what single approvers took of the same rounds before: nothing slips under it piece by piece.
 */
function divide(
  { approvalLimitFen: limitFen }: PurseTerms,
  aloneFen: number,
  own: readonly AllocationRow[],
  personId: Id,
): Weighed {
  const approved = own.filter(({ firstApprovedBy }) => firstApprovedBy !== null)
  const mine = approved.find(({ firstApprovedBy }) => firstApprovedBy === personId)
  if (mine) throw refusal('allocation.same-approver', { number: mine.number })
  const fresh = own.filter(({ firstApprovedBy }) => firstApprovedBy === null)
  const isAbove = limitFen !== null && aloneFen + costOf(fresh) > limitFen
  return isAbove
    ? { accepted: approved, waiting: fresh, limitFen }
    : { accepted: own, waiting: [], limitFen }
}
