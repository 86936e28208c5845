import { Injectable } from '@nestjs/common'
import type { PeriodView } from '@weibao/contracts/volume'
import { Clock, localMonth } from '@weibao/kernel'
import { refusal, UnitOfWork, type Actor } from '@weibao/platform'
import { periodLifecycle } from './period.lifecycle.js'
import { PeriodRepository, type PeriodRow } from './period.repository.js'

/** The months of both journals. */
@Injectable()
export class Periods {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly periods: PeriodRepository,
  ) {}

  async list(): Promise<{ items: PeriodView[] }> {
    const found = await this.periods.all(this.unitOfWork.reader)
    return { items: found.map(toPeriodView) }
  }

  /** From now on the month takes adjustments only; what comes late lands in the current month. */
  async beginClosing(actor: Actor, month: string): Promise<PeriodView> {
    const now = this.clock.now()
    if (month >= localMonth(now)) throw refusal('period.not-over', { month })
    return this.unitOfWork.run(async (tx) => {
      await this.periods.lockAlone(tx, month)
      const period = await this.periods.get(tx, month)
      periodLifecycle.move(period.state, 'closing')
      await this.periods.beginClosing(tx, month, actor.personId, now)
      return toPeriodView(await this.periods.get(tx, month))
    })
  }

  /** Closes the month for good, once nothing waits for a decision in it. */
  async close(actor: Actor, month: string): Promise<PeriodView> {
    return this.unitOfWork.run(async (tx) => {
      await this.periods.lockAlone(tx, month)
      const period = await this.periods.get(tx, month)
      periodLifecycle.move(period.state, 'closed')
      if (period.pendingAdjustments > 0)
        throw refusal('period.adjustments-pending', { month, count: period.pendingAdjustments })
      await this.periods.close(tx, month, actor.personId, this.clock.now())
      return toPeriodView(await this.periods.get(tx, month))
    })
  }
}

function toPeriodView(period: PeriodRow): PeriodView {
  return {
    ...period,
    closingAt: period.closingAt?.toISOString() ?? null,
    closedAt: period.closedAt?.toISOString() ?? null,
  }
}
