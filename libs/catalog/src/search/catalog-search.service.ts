import { Injectable, type OnModuleInit } from '@nestjs/common'
import type { Id } from '@weibao/kernel'
import { Outbox, UnitOfWork, type Tx } from '@weibao/platform'
import { ProductIndexRepository } from './product-index.repository.js'
import { ProductSearchRepository, type SupplyFacts } from './product-search.repository.js'

/** The search rows: catalogue writes their static side, supply calls down to keep theirs current. */
@Injectable()
export class CatalogSearch implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly index: ProductIndexRepository,
    private readonly search: ProductSearchRepository,
  ) {}

  onModuleInit(): void {
    this.outbox.subscribe<{ organisationId: Id }>(
      'organisation.decided',
      'catalog.reindex',
      ({ organisationId }) => this.reindexAllOf(organisationId),
    )
  }

  /** Writes the static side of up to 500 products anew, in the transaction that changed them. */
  async reindex(tx: Tx, productIds: readonly Id[]): Promise<void> {
    // Before they are read: of two that write, the later has seen what the earlier was about.
    await this.search.lock(tx, productIds)
    await this.index.write(tx, productIds)
  }

  /** Whether its cooperative may sell decides what of a good is shown. */
  private async reindexAllOf(cooperativeId: Id): Promise<void> {
    let after: Id | null = null
    do after = await this.reindexSome(cooperativeId, after)
    while (after)
  }

  /** The last of those written; null when there were none. */
  private reindexSome(cooperativeId: Id, after: Id | null): Promise<Id | null> {
    return this.unitOfWork.run(async (tx) => {
      const ids = await this.index.idsOf(tx, cooperativeId, after)
      await this.reindex(tx, ids)
      return ids.at(-1) ?? null
    })
  }

  /**
   * Locks the rows of products in id order. Supply locks, then reads its lots, then refreshes: so
   * that of two transactions the later to write has seen what the earlier committed.
   */
  lockSupply(tx: Tx, productIds: readonly Id[]): Promise<void> {
    return this.search.lock(tx, productIds)
  }

  /** Says how many stars a product was given in how many reviews. After `lockSupply`. */
  saveRating(tx: Tx, productId: Id, rating: { count: number; sum: number }): Promise<void> {
    return this.search.saveRating(tx, productId, rating)
  }

  /** Says what of a product is on sale, in season and left. After `lockSupply`. */
  refreshSupply(tx: Tx, productId: Id, facts: SupplyFacts): Promise<void> {
    return this.search.saveSupply(tx, productId, facts)
  }
}
