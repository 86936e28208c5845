import { Injectable } from '@nestjs/common'
import { Organisations } from '@weibao/identity'
import { Clock, localDay, type Id } from '@weibao/kernel'
import { notFound, row, type Tx } from '@weibao/platform'
import { Cooperatives } from './cooperatives.service.js'
import { makeSlug } from './product-slug.js'

/** The public page of a cooperative that joined by applying: begun when it first needs one. */
@Injectable()
export class CooperativePages {
  constructor(
    private readonly organisations: Organisations,
    private readonly cooperatives: Cooperatives,
    private readonly clock: Clock,
  ) {}

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
