import { Injectable } from '@nestjs/common'
import type {
  Cooperative,
  CooperativeCard,
  EditCooperativePage,
  OwnCooperativePage,
} from '@weibao/contracts/cooperative'
import type { Bilingual } from '@weibao/contracts/basics'
import type { Id, LocalDay } from '@weibao/kernel'
import { execute, row, rows, type Reader, type Tx } from '@weibao/platform'
import { maySell } from './may-sell.js'

/** What the public sees of a cooperative, beside its organisation in identity. */
export interface NewCooperative {
  readonly organisationId: Id
  readonly slug: string
  readonly name: Bilingual
  readonly townshipCode: string
  readonly villages: readonly string[]
  readonly summary: Bilingual
  readonly story: Bilingual
  readonly memberFarmers: number
  readonly foundedYear: number | null
  readonly isDemonstration: boolean
  readonly joinedOn: LocalDay
}

type PageRow = Omit<Cooperative, 'products' | 'villages'> & { readonly villages: string[] }

const CARD = `c.organisation_id as id, c.slug, jsonb_build_object('zh', c.name_zh, 'en', c.name_en) as name,
  c.township_code as "townshipCode", jsonb_build_object('zh', t.name_zh, 'en', t.name_en) as "townshipName",
  jsonb_build_object('zh', c.summary_zh, 'en', c.summary_en) as summary, c.member_farmers as "memberFarmers",
  (select count(*) from product_search s where s.cooperative_id = c.organisation_id and s.is_listed) as "productCount",
  c.is_demonstration as "isDemonstration"`

@Injectable()
export class CooperativeRepository {
  list(reader: Reader): Promise<CooperativeCard[]> {
    return rows<CooperativeCard>(
      reader,
      `select ${CARD} from cooperative_profiles c join townships t on t.code = c.township_code
       order by t.position, c.slug limit 500`,
    )
  }

  bySlug(reader: Reader, slug: string): Promise<PageRow | null> {
    return row<PageRow>(
      reader,
      `select ${CARD}, c.villages, jsonb_build_object('zh', c.story_zh, 'en', c.story_en) as story,
         c.founded_year as "foundedYear", c.joined_on as "joinedOn", not ${maySell('c.organisation_id')} as "isPaused",
         (select coalesce(jsonb_agg(jsonb_build_object('kind', a.kind, 'number', a.number, 'issuedOn', a.issued_on,
            'expiresOn', a.expires_on, 'isDemonstration', a.is_demonstration) order by a.kind, a.number), '[]')
          from papers a where a.cooperative_id = c.organisation_id and a.product_id is null) as papers
       from cooperative_profiles c join townships t on t.code = c.township_code where c.slug = $1`,
      [slug],
    )
  }

  ownPage(reader: Reader, cooperativeId: Id): Promise<OwnCooperativePage | null> {
    return row<OwnCooperativePage>(
      reader,
      `select ${CARD}, c.villages, jsonb_build_object('zh', c.story_zh, 'en', c.story_en) as story,
         c.founded_year as "foundedYear", c.version
       from cooperative_profiles c join townships t on t.code = c.township_code where c.organisation_id = $1`,
      [cooperativeId],
    )
  }

  /** Whether the page still stood as `page.version` says. */
  async updatePage(tx: Tx, cooperativeId: Id, page: EditCooperativePage): Promise<boolean> {
    const changed = await execute(
      tx,
      `update cooperative_profiles set villages = $3, summary_zh = $4, summary_en = $5, story_zh = $6, story_en = $7,
         member_farmers = $8, founded_year = $9, version = version + 1
       where organisation_id = $1 and version = $2`,
      [
        cooperativeId,
        page.version,
        page.villages,
        page.summary.zh,
        page.summary.en,
        page.story.zh,
        page.story.en,
        page.memberFarmers,
        page.foundedYear,
      ],
    )
    return changed === 1
  }

  async insert(tx: Tx, cooperative: NewCooperative): Promise<void> {
    await rows(
      tx,
      `insert into cooperative_profiles (organisation_id, slug, name_zh, name_en, township_code, villages, summary_zh,
         summary_en, story_zh, story_en, member_farmers, founded_year, is_demonstration, joined_on)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [
        cooperative.organisationId,
        cooperative.slug,
        cooperative.name.zh,
        cooperative.name.en,
        cooperative.townshipCode,
        cooperative.villages,
        cooperative.summary.zh,
        cooperative.summary.en,
        cooperative.story.zh,
        cooperative.story.en,
        cooperative.memberFarmers,
        cooperative.foundedYear,
        cooperative.isDemonstration,
        cooperative.joinedOn,
      ],
    )
  }
}
