import { Injectable } from '@nestjs/common'
import { Notifier } from '@weibao/documents'
import { Members } from '@weibao/identity'
import { addDays, Clock, localDay, type Id } from '@weibao/kernel'
import { notFound, Outbox, refusal, UnitOfWork, type Tx } from '@weibao/platform'
import { Settings } from '@weibao/settings'
import { Reservations } from '@weibao/supply'
import { AllocationRepository, type AllocationRow } from './allocation.repository.js'
import { endOfDay, HOLD_DAYS_BEYOND } from '../rounds/proposals.service.js'
import { allocationLifecycle } from './allocation.lifecycle.js'
import { IntendedVolume } from './intended-volume.js'
import { RoundRepository } from '../rounds/round.repository.js'

/** What an order takes over of an allocation. */
export type OrderableAllocation = Pick<
  AllocationRow,
  | 'id'
  | 'demandId'
  | 'channel'
  | 'subdistrictCode'
  | 'lotId'
  | 'lotCode'
  | 'skuId'
  | 'cooperativeId'
  | 'packages'
  | 'packGrams'
  | 'unitPriceFen'
  | 'goodsFen'
  | 'freightFen'
  | 'leavesOn'
  | 'arrivesOn'
>

/** Who answers, and why. */
export interface Answer {
  readonly personId: Id | null
  readonly reason?: string
}

const SWEEP_BATCH = 100

/**
 * What becomes of a proposal: the buyer accepts or declines, the cooperative confirms or declines, each by a
 * deadline. Its packages stay held under its id until it is ordered, or are let go when it ends.
 */
@Injectable()
export class Allocations {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly reservations: Reservations,
    private readonly members: Members,
    private readonly notifier: Notifier,
    private readonly intended: IntendedVolume,
    private readonly outbox: Outbox,
    private readonly repository: AllocationRepository,
    private readonly rounds: RoundRepository,
  ) {}

  /**
   * The buyer takes it. Refuses with `allocation.too-late` past the deadline. Whether the budget holds it and whether
   * a second approver is needed is what `Acceptances` has weighed.
   */
  async accept(
    tx: Tx,
    id: Id,
    { approvalLimitFen = null, ...by }: Answer & { personId: Id; approvalLimitFen?: number | null },
  ): Promise<void> {
    const found = await this.repository.getForUpdate(tx, id)
    allocationLifecycle.move(found.state, 'accepted')
    const now = this.mustBeInTime(found.answerBy)
    const days = await this.settings.get(tx, 'matching.confirm-days', localDay(now))
    const confirmBy = endOfDay(addDays(localDay(now), days))
    await this.keepHeld(tx, id, confirmBy, HOLD_DAYS_BEYOND)
    await this.move(tx, found, by, {
      state: 'accepted',
      confirmBy,
      acceptedAt: now,
      acceptedBy: by.personId,
      approvalLimitFen,
    })
  }

  /** One approver takes what is above the limit: it stays proposed, by the same deadline, until another does. */
  async approveFirst(tx: Tx, id: Id, personId: Id): Promise<void> {
    const found = await this.repository.getForUpdate(tx, id)
    allocationLifecycle.move(found.state, 'accepted')
    await this.repository.approveFirst(tx, id, { personId, at: this.mustBeInTime(found.answerBy) })
  }

  /** The buyer does not take it: the goods are free again. */
  async decline(tx: Tx, id: Id, by: Answer): Promise<void> {
    const found = await this.repository.getForUpdate(tx, id)
    await this.end(tx, found, 'declined', by, 'buyer')
  }

  /** The cooperative promises the goods: the volume is intended from here on. */
  async confirm(tx: Tx, id: Id, by: Answer & { personId: Id }): Promise<void> {
    const found = await this.repository.getForUpdate(tx, id)
    allocationLifecycle.move(found.state, 'confirmed')
    const now = this.mustBeInTime(found.confirmBy!)
    const days = await this.settings.get(tx, 'matching.order-days', localDay(now))
    const orderBy = endOfDay(addDays(localDay(now), days))
    await this.keepHeld(tx, id, orderBy, HOLD_DAYS_BEYOND)
    await this.move(tx, found, by, {
      state: 'confirmed',
      orderBy,
      confirmedAt: now,
      confirmedBy: by.personId,
    })
    await this.intended.count(tx, found, now)
  }

  /** The cooperative cannot: the goods are let go and the next best is offered, after the commit. */
  async declineByCooperative(tx: Tx, id: Id, by: Answer): Promise<void> {
    const found = await this.repository.getForUpdate(tx, id)
    await this.end(tx, found, 'declined', by, 'cooperative')
  }

  /**
   * Confirmed allocations of a buyer as they are ordered, in id order, locked until the Tx ends. 404 when one is
   * not the buyer's; refuses what is not confirmed, and with `allocation.too-late` past the deadline.
   */
  async lockToOrder(
    tx: Tx,
    buyerId: Id,
    ids: readonly Id[],
  ): Promise<readonly OrderableAllocation[]> {
    const found = await this.repository.lockOfBuyer(tx, buyerId, ids)
    if (found.length < new Set(ids).size) throw notFound()
    for (const each of found) {
      allocationLifecycle.move(each.state, 'ordered')
      this.mustBeInTime(each.orderBy!)
    }
    return found
  }

  /** The order stands; its packages are the order's now, under the same reference. */
  async markOrdered(tx: Tx, id: Id, orderId: Id, by: Answer): Promise<void> {
    const found = await this.repository.getForUpdate(tx, id)
    allocationLifecycle.move(found.state, 'ordered')
    await this.move(tx, found, by, { state: 'ordered', orderId, endedAt: this.clock.now() })
    await this.rounds.closeIfDone(tx, found.roundId)
  }

  /** Job: silence is a refusal. What a cooperative does not confirm is offered anew; what nobody orders is free. */
  async lapseDue(): Promise<void> {
    const due = await this.repository.overdue(this.unitOfWork.reader, this.clock.now(), SWEEP_BATCH)
    for (const id of due)
      await this.unitOfWork.run(async (tx) => {
        const found = await this.repository.getForUpdate(tx, id)
        const deadline = found.orderBy ?? found.confirmBy ?? found.answerBy
        const waits = allocationLifecycle.can(found.state, 'lapsed')
        if (!waits || deadline >= this.clock.now()) return
        await this.end(tx, found, 'lapsed', { personId: null }, null)
        if (found.state === 'confirmed') await this.tellLapsed(tx, found)
      })
  }

  /** A lot was recalled: what was promised of it and not ordered is superseded, and the line offered anew. */
  async supersedeRecalled(lotId: Id): Promise<void> {
    for (const id of await this.repository.liveOfLot(this.unitOfWork.reader, lotId))
      await this.unitOfWork.run(async (tx) => {
        const found = await this.repository.getForUpdate(tx, id)
        if (allocationLifecycle.can(found.state, 'superseded'))
          await this.supersede(tx, id, '批次已召回 · lot recalled')
      })
  }

  /** Its lot cannot give it any more: the goods are let go, its buyer is told, and the next best is offered. */
  async supersede(tx: Tx, id: Id, reason: string): Promise<void> {
    const found = await this.repository.getForUpdate(tx, id)
    await this.end(tx, found, 'superseded', { personId: null, reason }, null)
    const { number, productNameZh: productZh, productNameEn: productEn, buyerId } = found
    for (const personId of await this.members.peopleOf(tx, buyerId))
      await this.notifier.notify(tx, {
        personId,
        kind: 'allocation-superseded',
        params: { organisationId: buyerId, number, productZh, productEn, reason },
      })
  }

  private async end(
    tx: Tx,
    found: AllocationRow,
    state: 'declined' | 'lapsed' | 'superseded',
    by: Answer,
    declinedBy: 'buyer' | 'cooperative' | null,
  ): Promise<void> {
    allocationLifecycle.move(found.state, state)
    await this.reservations.release(tx, found.id)
    await this.move(tx, found, by, {
      state,
      declinedBy,
      reason: by.reason ?? '',
      endedAt: this.clock.now(),
    })
    const isGivenUp =
      declinedBy === 'cooperative' ||
      state === 'superseded' ||
      (state === 'lapsed' && found.state === 'accepted')
    if (isGivenUp)
      await this.outbox.add(tx, {
        kind: 'allocation.given-up',
        payload: { allocationId: found.id },
      })
    else await this.rounds.closeIfDone(tx, found.roundId)
  }

  /** Both had agreed, and nobody ordered: both are told that the goods are free. */
  private async tellLapsed(tx: Tx, found: AllocationRow): Promise<void> {
    const { number, productNameZh: productZh, productNameEn: productEn } = found
    for (const side of ['buyer', 'cooperative'] as const) {
      const organisationId = side === 'buyer' ? found.buyerId : found.cooperativeId
      for (const personId of await this.members.peopleOf(tx, organisationId))
        await this.notifier.notify(tx, {
          personId,
          kind: 'allocation-lapsed',
          params: { organisationId, side, number, productZh, productEn },
        })
    }
  }

  private async move(
    tx: Tx,
    found: AllocationRow,
    { personId, reason = '' }: Answer,
    change: Parameters<AllocationRepository['move']>[2],
  ): Promise<void> {
    await this.repository.move(tx, found, change, { personId, reason, at: this.clock.now() })
    await this.outbox.add(tx, {
      kind: 'allocation.moved',
      payload: { allocationId: found.id, state: change.state },
    })
  }

  private mustBeInTime(deadline: Date): Date {
    const now = this.clock.now()
    if (now > deadline) throw refusal('allocation.too-late', { deadline: localDay(deadline) })
    return now
  }

  private async keepHeld(tx: Tx, id: Id, from: Date, days: number): Promise<void> {
    const until = new Date(from.getTime() + days * 86_400_000)
    if (!(await this.reservations.extend(tx, id, until)))
      throw refusal('allocation.too-late', { deadline: localDay(from) })
  }
}
