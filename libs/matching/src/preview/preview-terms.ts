import { Injectable } from '@nestjs/common'
import type { AskPreviewBody } from '@weibao/contracts/preview'
import { Clock, type Id } from '@weibao/kernel'
import { UnitOfWork } from '@weibao/platform'
import { AllocationRepository } from '../allocations/allocation.repository.js'
import { DemandSource, type DemandTerms } from '../market/demand-source.js'

/** Where a demand goes, and what its money allows. */
export interface PreviewTerms {
  readonly destination: DemandTerms['destination']
  /** What is left of the budget line's ceiling, at least 0; null: no ceiling, or none named. */
  readonly leftFen: number | null
}
type Named = Pick<AskPreviewBody, 'budgetLineId' | 'deliveryPointId'>

const KEPT_MILLIS = 1000
const MOST_KEPT = 5000

/**
 * What a form names beside its lines. It names the same with each key, so that is read once a second: money spent
 * meanwhile shows a second later, as what others change in the market does.
 */
@Injectable()
export class PreviewTermsReader {
  private readonly kept = new Map<
    string,
    { readonly terms: PreviewTerms; readonly readAt: number }
  >()

  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly demand: DemandSource,
    private readonly allocations: AllocationRepository,
  ) {}

  /** Null: the budget line or the delivery point is not the buyer's. */
  async of(buyerId: Id, named: Named): Promise<PreviewTerms | null> {
    const key = `${buyerId} ${named.budgetLineId} ${named.deliveryPointId}`
    const now = this.clock.now().getTime()
    const found = this.kept.get(key)
    if (found && now - found.readAt < KEPT_MILLIS) return found.terms
    const terms = await this.read(buyerId, named)
    this.kept.delete(key)
    if (terms === null) return null
    if (this.kept.size >= MOST_KEPT) this.kept.delete(this.kept.keys().next().value!)
    this.kept.set(key, { terms, readAt: now })
    return terms
  }

  private async read(buyerId: Id, named: Named): Promise<PreviewTerms | null> {
    const { reader } = this.unitOfWork
    const { budgetLineId } = named
    const [terms, spentFen] = await Promise.all([
      this.demand.terms(reader, buyerId, named),
      budgetLineId === null ? 0 : this.allocations.spentFen(reader, budgetLineId),
    ])
    if (!terms) return null
    const { destination, ceilingFen } = terms
    const hasCeiling = budgetLineId !== null && ceilingFen !== null
    return { destination, leftFen: hasCeiling ? Math.max(0, ceilingFen - spentFen) : null }
  }
}
