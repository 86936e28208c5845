import { Injectable } from '@nestjs/common'
import type { DemandState } from '@weibao/contracts/demand'
import { startOfLocalDay, type LocalDay } from '@weibao/kernel'
import type { Reader } from '@weibao/platform'
import { Settings } from '@weibao/settings'

const HOUR_MS = 3_600_000

/** Until when a demand can be changed: an hour of its cut-off day, by the setting of that day. */
@Injectable()
export class CutOffs {
  constructor(private readonly settings: Settings) {}

  /** Null: it is over already. */
  async changeableUntil(
    reader: Reader,
    { state, cutOffOn }: { readonly state: DemandState; readonly cutOffOn: LocalDay },
  ): Promise<Date | null> {
    if (state !== 'open') return null
    const hour = await this.settings.get(reader, 'demand.change-until-hour', cutOffOn)
    return new Date(startOfLocalDay(cutOffOn).getTime() + hour * HOUR_MS)
  }
}
