import { Injectable } from '@nestjs/common'
import { Clock, localDay, type Id } from '@weibao/kernel'
import type { Reader, Tx } from '@weibao/platform'
import { BudgetRepository } from './budgets/budget.repository.js'
import { DemandRepository, type OpenDemandLine } from './demand.repository.js'

/** Grams that stand allocated of lines, answered by whoever allocates. */
type Promised = (tx: Tx, lineIds: readonly Id[]) => Promise<ReadonlyMap<Id, number>>

/** What buyers need now, for whoever matches it. */
@Injectable()
export class OpenDemand {
  private allocated: Promised = () => Promise.resolve(new Map())

  constructor(
    private readonly clock: Clock,
    private readonly demands: DemandRepository,
    private readonly budgetLines: BudgetRepository,
  ) {}

  /** The lines of open demands, or of those named of them, in id order. */
  lines(reader: Reader, demandIds: readonly Id[] | null = null): Promise<OpenDemandLine[]> {
    return this.demands.openLines(reader, localDay(this.clock.now()), demandIds)
  }

  /** Ceilings in fen of the budget lines that those spend from; null: none. */
  budgets(reader: Reader): Promise<{ id: Id; ceilingFen: number | null }[]> {
    return this.budgetLines.ofOpenDemands(reader)
  }

  /** What a buyer's own budget line may spend; null when it or the delivery point is not the buyer's. */
  ownTerms(
    reader: Reader,
    buyerId: Id,
    named: { readonly budgetLineId: Id | null; readonly deliveryPointId: Id | null },
  ): Promise<{ ceilingFen: number | null } | null> {
    return this.budgetLines.ownTerms(reader, buyerId, named)
  }

  /** The versions of those of the lines that are still open, kept from changing until the Tx ends. */
  async lockVersions(tx: Tx, lineIds: readonly Id[]): Promise<ReadonlyMap<Id, number>> {
    const found = await this.demands.lockVersions(tx, lineIds, localDay(this.clock.now()))
    return new Map(found.map(({ id, version }) => [id, version]))
  }

  /** What budget lines allow, in id order, each locked until the Tx ends; the strictest limit since an instant. */
  async lockBudgets(tx: Tx, ids: readonly Id[], since: Date) {
    const locked = await this.budgetLines.lock(tx, ids)
    const limits = await this.budgetLines.strictestLimits(tx, ids, since)
    return locked.map((line) => ({ ...line, approvalLimitFen: limits.get(line.id) ?? null }))
  }

  /** Where what is allocated of lines is known: nothing is until somebody says so. */
  promisedBy(allocated: Promised): void {
    this.allocated = allocated
  }

  /** Grams of each line that stand allocated. */
  promised(tx: Tx, lineIds: readonly Id[]): Promise<ReadonlyMap<Id, number>> {
    return this.allocated(tx, lineIds)
  }
}
