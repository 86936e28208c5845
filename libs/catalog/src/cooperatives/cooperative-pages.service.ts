import { Injectable } from '@nestjs/common'
import type { EditCooperativePage, OwnCooperativePage } from '@weibao/contracts/cooperative'
import { Audit, Organisations } from '@weibao/identity'
import { Clock, localDay, type Id } from '@weibao/kernel'
import { notFound, refusal, row, UnitOfWork, type Actor, type Tx } from '@weibao/platform'
import { CooperativeRepository } from './cooperative.repository.js'
import { Cooperatives } from './cooperatives.service.js'
import { makeSlug } from '../products/product-slug.js'

/** The public page of a cooperative: begun when it first needs one, edited by its own people. */
@Injectable()
export class CooperativePages {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organisations: Organisations,
    private readonly cooperatives: Cooperatives,
    private readonly repository: CooperativeRepository,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** As its own people edit it; begins it for a cooperative that has none yet. */
  async get(actor: Actor, cooperativeId: Id): Promise<OwnCooperativePage> {
    actor.mustReach('product:manage', cooperativeId)
    const found = await this.repository.ownPage(this.unitOfWork.reader, cooperativeId)
    if (found) return found
    return this.unitOfWork.run(async (tx) => {
      await this.ensure(tx, cooperativeId)
      return this.read(tx, cooperativeId)
    })
  }

  /** Refuses with `product.edited-meanwhile` or `cooperative.founded-later`. */
  async edit(
    actor: Actor,
    cooperativeId: Id,
    page: EditCooperativePage,
  ): Promise<OwnCooperativePage> {
    actor.mustReach('product:manage', cooperativeId)
    if (page.foundedYear && page.foundedYear > Number(localDay(this.clock.now()).slice(0, 4)))
      throw refusal('cooperative.founded-later')
    return this.unitOfWork.run(async (tx) => {
      const before = await this.read(tx, cooperativeId)
      if (!(await this.repository.updatePage(tx, cooperativeId, page)))
        throw refusal('product.edited-meanwhile')
      const after = await this.read(tx, cooperativeId)
      await this.audit.record(tx, {
        act: 'cooperative.page-edited',
        actor,
        organisationId: cooperativeId,
        object: { kind: 'organisation', id: cooperativeId },
        before: { ...before },
        after: { ...after },
      })
      return after
    })
  }

  /** Writes the page from what the application said, unless there is one. */
  async ensure(tx: Tx, cooperativeId: Id): Promise<void> {
    const sql = 'select 1 from cooperative_profiles where organisation_id = $1'
    if (await row(tx, sql, [cooperativeId])) return
    const found = await this.organisations.find(tx, cooperativeId)
    if (!found || found.kind !== 'cooperative') throw notFound()
    await this.cooperatives.createProfile(tx, {
      organisationId: cooperativeId,
      slug: makeSlug(found.nameEn),
      name: { zh: found.nameZh, en: found.nameEn },
      townshipCode: await this.townshipOf(tx, found.placeCode),
      villages: [],
      summary: { zh: '', en: '' },
      story: { zh: '', en: '' },
      memberFarmers: 0,
      foundedYear: null,
      isDemonstration: found.isDemonstration,
      joinedOn: localDay(this.clock.now()),
    })
  }

  private async read(tx: Tx, cooperativeId: Id): Promise<OwnCooperativePage> {
    const found = await this.repository.ownPage(tx, cooperativeId)
    if (!found) throw notFound()
    return found
  }

  /** The township of the application; the county town when it names none. */
  private async townshipOf(tx: Tx, code: string | null): Promise<string> {
    const found = await row<{ code: string }>(
      tx,
      'select code from townships order by code = $1 desc, position limit 1',
      [code ?? ''],
    )
    if (!found) throw notFound()
    return found.code
  }
}
