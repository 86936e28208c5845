import { Injectable } from '@nestjs/common'
import type {
  AdjustmentState,
  AdjustmentView,
  DecideAdjustment,
  ProposeAdjustment,
} from '@weibao/contracts/volume'
import { Clock, newId, type Id } from '@weibao/kernel'
import {
  decodeCursor,
  notFound,
  refusal,
  toPage,
  UnitOfWork,
  type Actor,
  type Tx,
} from '@weibao/platform'
import { AdjustmentRepository, type AdjustmentRow } from './adjustment.repository.js'
import { VolumeRepository } from './volume.repository.js'

/** Corrections of counted volume: one person proposes with a reason, another decides. */
@Injectable()
export class Adjustments {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly adjustments: AdjustmentRepository,
    private readonly volume: VolumeRepository,
  ) {}

  async list(query: { limit: number; cursor?: string; state?: AdjustmentState }) {
    const cursor = decodeCursor(query.cursor, 1) as [Id] | null
    const found = await this.adjustments.list(
      this.unitOfWork.reader,
      query.state ?? null,
      cursor?.[0] ?? null,
      query.limit + 1,
    )
    return toPage(found, query.limit, (last) => [last.id], toAdjustmentView)
  }

  propose(actor: Actor, proposal: ProposeAdjustment): Promise<AdjustmentView> {
    return this.unitOfWork.run(async (tx) => {
      const id = newId()
      await this.mustFit(tx, proposal.entryId, proposal)
      await this.adjustments.add(tx, {
        id,
        ...proposal,
        proposedBy: actor.personId,
        proposedAt: this.clock.now(),
      })
      return toAdjustmentView((await this.adjustments.find(tx, id))!)
    })
  }

  /** Approving writes the entry: into the month it corrects while that is not closed, else now. */
  decide(actor: Actor, id: Id, { isApproved, note }: DecideAdjustment): Promise<AdjustmentView> {
    return this.unitOfWork.run(async (tx) => {
      const adjustment = await this.adjustments.find(tx, id)
      if (!adjustment) throw notFound()
      if (adjustment.proposedBy === actor.personId) throw refusal('volume.adjustment-own')
      const state = isApproved ? 'approved' : 'refused'
      const decision = { state, by: actor.personId, at: this.clock.now(), note } as const
      if (!(await this.adjustments.decide(tx, id, decision)))
        throw refusal('volume.adjustment-decided')
      if (isApproved) await this.write(tx, adjustment, actor.personId)
      return toAdjustmentView((await this.adjustments.find(tx, id))!)
    })
  }

  private async write(tx: Tx, adjustment: AdjustmentRow, approverId: Id): Promise<void> {
    await this.volume.lock(tx, adjustment.bookedAt, adjustment.orderLineId)
    await this.mustFit(tx, adjustment.entryId, adjustment)
    await this.volume.addCorrection(tx, {
      id: newId(),
      kind: 'adjustment',
      reference: adjustment.id,
      correctsId: adjustment.entryId,
      amounts: {
        goodsFen: adjustment.goodsFen,
        freightFen: 0,
        packingFen: 0,
        subsidyFen: 0,
        quantity: 0,
        massGrams: adjustment.massGrams,
      },
      occurredAt: adjustment.bookedAt,
      now: this.clock.now(),
      refundId: null,
      reason: adjustment.reason,
      authorId: adjustment.proposedBy,
      approverId,
    })
  }

  private async mustFit(
    tx: Tx,
    entryId: Id,
    change: { readonly goodsFen: number; readonly massGrams: number },
  ): Promise<void> {
    const entry = await this.adjustments.entry(tx, entryId)
    if (!entry) throw notFound()
    // Adding is always possible: after a refund it is how an earlier correction is taken back.
    const falls = (standing: number, by: number) => by < 0 && standing + by < 0
    if (falls(entry.standingFen, change.goodsFen) || falls(entry.standingGrams, change.massGrams))
      throw refusal('volume.adjustment-too-large')
  }
}

function toAdjustmentView(adjustment: AdjustmentRow): AdjustmentView {
  return {
    ...adjustment,
    proposedAt: adjustment.proposedAt.toISOString(),
    decidedAt: adjustment.decidedAt?.toISOString() ?? null,
  }
}
