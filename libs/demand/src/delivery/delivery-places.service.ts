import { Injectable } from '@nestjs/common'
import type { DeliveryPointView } from '@weibao/contracts/demand'
import type { Id } from '@weibao/kernel'
import type { Reader } from '@weibao/platform'
import { DeliveryPointRepository } from './delivery-point.repository.js'

/** Where what demands ask for is delivered, for whoever ships it. */
@Injectable()
export class DeliveryPlaces {
  constructor(private readonly points: DeliveryPointRepository) {}

  /** The delivery point of each demand. */
  async of(reader: Reader, demandIds: readonly Id[]): Promise<ReadonlyMap<Id, DeliveryPointView>> {
    const found = await this.points.ofDemands(reader, demandIds)
    return new Map(found.map(({ demandId, point }) => [demandId, point]))
  }
}
