import { Injectable } from '@nestjs/common'
import type { Id } from '@weibao/kernel'
import type { Tx } from '@weibao/platform'
import { ProductIndexRepository } from './product-index.repository.js'
import { ProductSearchRepository, type SupplyFacts } from './product-search.repository.js'

/** The search rows: catalogue writes their static side, supply calls down to keep theirs current. */
@Injectable()
export class CatalogSearch {
  constructor(
    private readonly index: ProductIndexRepository,
    private readonly search: ProductSearchRepository,
  ) {}

  /** Writes the static side of up to 500 products anew, in the transaction that changed them. */
  reindex(tx: Tx, productIds: readonly Id[]): Promise<void> {
    return this.index.write(tx, productIds)
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
