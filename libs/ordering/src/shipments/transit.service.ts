import { Injectable } from '@nestjs/common'
import { Skus } from '@weibao/catalog'
import { addDays, localDay, type Id } from '@weibao/kernel'
import type { Tx } from '@weibao/platform'
import { Settings } from '@weibao/settings'
import { coldestMode } from '../quote.js'

/** How a parcel travels and when it is expected, by the days in transit that hold when it leaves. */
@Injectable()
export class Transit {
  constructor(
    private readonly skus: Skus,
    private readonly settings: Settings,
  ) {}

  async of(tx: Tx, skuIds: readonly Id[], leavesAt: Date) {
    const temperatureMode = coldestMode(await this.skus.getForSale(tx, skuIds))
    const today = localDay(leavesAt)
    const days = (await this.settings.get(tx, 'freight.transit-days', today))[temperatureMode]
    return {
      temperatureMode,
      arrivesFrom: addDays(today, days.min),
      arrivesTo: addDays(today, days.max),
    }
  }
}
