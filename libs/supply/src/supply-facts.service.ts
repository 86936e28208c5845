import { Injectable } from '@nestjs/common'
import { CatalogSearch, type SupplyFacts } from '@weibao/catalog'
import { Clock, localDay, type Id, type LocalDay } from '@weibao/kernel'
import type { Tx } from '@weibao/platform'
import { summarise } from './summary.js'
import { SupplyFactsRepository } from './supply-facts.repository.js'

const SHOWN_EXACTLY = 20

/** Keeps catalogue's search rows current, in the transaction that moves stock. */
@Injectable()
export class SupplyFactsWriter {
  constructor(
    private readonly clock: Clock,
    private readonly lots: SupplyFactsRepository,
    private readonly catalog: CatalogSearch,
  ) {}

  /**
   * After packages moved: rewrites the products whose figure a shopper would see change. Few left
   * is shown to the package; much is shown roughly, so that a rush on a full lot does not write the
   * same search row with every order.
   */
  async afterMove(
    tx: Tx,
    moves: readonly { productId: Id; before: number; left: number }[],
  ): Promise<void> {
    const seen = moves.filter(({ before, left }) => shownAs(before) !== shownAs(left))
    await this.refresh(
      tx,
      seen.map(({ productId }) => productId),
    )
  }

  /** Rewrites what is on sale, in season and left of products. */
  async refresh(tx: Tx, productIds: readonly Id[]): Promise<void> {
    const ids = [...new Set(productIds)].sort()
    if (ids.length === 0) return
    const today = localDay(this.clock.now())
    await this.catalog.lockSupply(tx, ids)
    for (const id of ids)
      await this.catalog.refreshSupply(tx, id, await this.factsOf(tx, id, today))
  }

  private async factsOf(tx: Tx, productId: Id, today: LocalDay): Promise<SupplyFacts> {
    return summarise(await this.lots.shown(tx, productId, today), today)
  }
}

/** Exact up to twenty, then by powers of two. */
function shownAs(left: number): number {
  return left <= SHOWN_EXACTLY ? left : SHOWN_EXACTLY + Math.floor(Math.log2(left))
}
