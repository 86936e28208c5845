import { Injectable } from '@nestjs/common'
import { Clock, invariant, localDay, type Id, type LocalDay } from '@weibao/kernel'
import { notFound, type Reader } from '@weibao/platform'
import { SkuRepository, type SkuForSale } from './sku.repository.js'

const MAX_SKUS = 500

/** Skus for those who sell them. */
@Injectable()
export class Skus {
  constructor(
    private readonly skus: SkuRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * What is known of these skus on a day (today when not said), in the order asked for, each once.
   * One statement. Refuses with 404 when one does not exist; whether it is on sale is `isActive`.
   */
  async getForSale(
    reader: Reader,
    skuIds: readonly Id[],
    day: LocalDay = localDay(this.clock.now()),
  ): Promise<SkuForSale[]> {
    const wanted = [...new Set(skuIds)]
    invariant(wanted.length <= MAX_SKUS, 'too many skus at once')
    if (wanted.length === 0) return []
    const found = await this.skus.forSale(reader, wanted, day)
    const byId = new Map(found.map((sku) => [sku.skuId, sku]))
    return wanted.map((id) => byId.get(id) ?? missing())
  }
}

function missing(): never {
  throw notFound()
}
