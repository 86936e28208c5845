import { Injectable } from '@nestjs/common'
import type { Bilingual } from '@weibao/contracts/basics'
import { Organisations } from '@weibao/identity'
import { Clock, type Id } from '@weibao/kernel'
import { UnitOfWork } from '@weibao/platform'
import { AllocationRepository, type LotName } from './allocation.repository.js'

export interface PreviewName extends LotName {
  readonly cooperativeName: Bilingual
}

const UNKNOWN: Bilingual = { zh: '—', en: '—' }
const KEPT_MILLIS = 60_000
const MOST_KEPT = 20_000

/**
 * What lots are called in answers. A form asks many times a minute about the same few, so a name is kept for a minute;
 * who is renamed is called so a minute later.
 */
@Injectable()
export class PreviewNames {
  private kept = new Map<Id, PreviewName>()
  private keptUntil = 0

  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly allocations: AllocationRepository,
    private readonly organisations: Organisations,
  ) {}

  async of(lotIds: readonly Id[]): Promise<ReadonlyMap<Id, PreviewName>> {
    const now = this.clock.now().getTime()
    if (now >= this.keptUntil || this.kept.size > MOST_KEPT) {
      this.kept = new Map()
      this.keptUntil = now + KEPT_MILLIS
    }
    const { kept } = this
    const unknown = [...new Set(lotIds)].filter((id) => !kept.has(id))
    if (unknown.length > 0) for (const name of await this.read(unknown)) kept.set(name.lotId, name)
    return kept
  }

  private async read(lotIds: readonly Id[]): Promise<PreviewName[]> {
    const { reader } = this.unitOfWork
    const lots = await this.allocations.lotNames(reader, lotIds)
    const ids = [...new Set(lots.map(({ cooperativeId }) => cooperativeId))]
    const found = await this.organisations.findMany(reader, ids)
    const names = new Map(found.map(({ id, nameZh: zh, nameEn: en }) => [id, { zh, en }]))
    return lots.map((lot) => ({ ...lot, cooperativeName: names.get(lot.cooperativeId) ?? UNKNOWN }))
  }
}
