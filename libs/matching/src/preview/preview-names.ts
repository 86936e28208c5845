import { Injectable, Logger } from '@nestjs/common'
import type { Bilingual } from '@weibao/contracts/basics'
import { Organisations } from '@weibao/identity'
import { Clock, type Id } from '@weibao/kernel'
import { UnitOfWork } from '@weibao/platform'
import { AllocationRepository, type LotName } from '../allocations/allocation.repository.js'

export interface PreviewName extends LotName {
  readonly cooperativeName: Bilingual
}

const UNKNOWN: Bilingual = { zh: '—', en: '—' }
const KEPT_MILLIS = 60_000
const MOST_KEPT = 20_000

/**
 * What lots are called in answers. A form asks many times a minute, about any of the lots on sale, so their names are
 * kept and read anew once a minute while somebody asks, which keeps nobody waiting. Who is renamed is called so by the
 * first question but one after a minute.
 */
@Injectable()
export class PreviewNames {
  private readonly log = new Logger('preview')
  private kept = new Map<Id, PreviewName>()
  private renewedAt = -Infinity

  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly allocations: AllocationRepository,
    private readonly organisations: Organisations,
  ) {}

  async of(lotIds: readonly Id[]): Promise<ReadonlyMap<Id, PreviewName>> {
    const now = this.clock.now().getTime()
    if (now - this.renewedAt >= KEPT_MILLIS) {
      this.renewedAt = now
      void this.renew()
    }
    const { kept } = this
    const unknown = [...new Set(lotIds)].filter((id) => !kept.has(id))
    if (unknown.length === 0) return kept
    const { reader } = this.unitOfWork
    const found = await this.named(await this.allocations.lotNames(reader, unknown))
    for (const name of found) kept.set(name.lotId, name)
    return kept
  }

  private async renew(): Promise<void> {
    try {
      const { reader } = this.unitOfWork
      const found = await this.named(await this.allocations.openLotNames(reader, MOST_KEPT))
      this.kept = new Map(found.map((name) => [name.lotId, name]))
    } catch (error) {
      // Those kept go on being said; the next minute tries again.
      this.log.warn({ err: error }, 'the names of lots could not be read')
    }
  }

  private async named(lots: readonly LotName[]): Promise<PreviewName[]> {
    const ids = [...new Set(lots.map(({ cooperativeId }) => cooperativeId))]
    const found = await this.organisations.findMany(this.unitOfWork.reader, ids)
    const names = new Map(found.map(({ id, nameZh: zh, nameEn: en }) => [id, { zh, en }]))
    return lots.map((lot) => ({ ...lot, cooperativeName: names.get(lot.cooperativeId) ?? UNKNOWN }))
  }
}
