import { Injectable } from '@nestjs/common'
import type { Id } from '@weibao/kernel'
import { DemandSource, type OpenDemandNow } from './demand-source.js'

/** No buyer states a demand yet: rounds run, and match nothing. */
@Injectable()
export class NoDemand extends DemandSource {
  async open(): Promise<OpenDemandNow> {
    return { lines: [], purses: [] }
  }

  async lockVersions(): Promise<ReadonlyMap<Id, number>> {
    return new Map()
  }
}
