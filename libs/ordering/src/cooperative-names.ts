import { Injectable } from '@nestjs/common'
import { Cooperatives, type CooperativeName } from '@weibao/catalog'
import type { Id } from '@weibao/kernel'
import type { Reader } from '@weibao/platform'

/** Names of cooperatives by id, for views. */
@Injectable()
export class CooperativeNames {
  constructor(private readonly cooperatives: Cooperatives) {}

  async of(reader: Reader, ids: readonly Id[]): Promise<ReadonlyMap<Id, CooperativeName>> {
    const found = await this.cooperatives.namesOf(reader, [...new Set(ids)])
    return new Map(found.map((name) => [name.cooperativeId, name]))
  }
}
