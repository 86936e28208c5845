import { Injectable } from '@nestjs/common'
import type { OrganisationKind } from '@weibao/contracts/permissions'
import type { Id } from '@weibao/kernel'
import { execute, row, rows, type Reader, type Tx } from '@weibao/platform'
import type { Organisation, OrganisationStatus } from './organisation.entity.js'

const COLUMNS = `id, kind, status, name_zh as "nameZh", name_en as "nameEn",
  short_name_zh as "shortNameZh", short_name_en as "shortNameEn", region,
  place_code as "placeCode", address, is_demonstration as "isDemonstration",
  registration_number as "registrationNumber", licence_number as "licenceNumber",
  licence_issuer as "licenceIssuer", licence_expires_on as "licenceExpiresOn",
  legal_representative as "legalRepresentative", version, created_at as "createdAt",
  approved_at as "approvedAt"`

export type OrganisationFacts = Omit<
  Organisation,
  'id' | 'kind' | 'status' | 'isDemonstration' | 'version' | 'createdAt' | 'approvedAt'
>

interface Search {
  readonly within: 'any' | readonly Id[]
  readonly kind: OrganisationKind | null
  readonly status: OrganisationStatus | null
  readonly region: string | null
  /** Part of a name. */
  readonly text: string | null
  readonly before: Id | null
  readonly limit: number
}

/** All SQL about organisations. */
@Injectable()
export class OrganisationRepository {
  async insert(tx: Tx, organisation: Omit<Organisation, 'version'>): Promise<void> {
    await rows(
      tx,
      `insert into organisations (id, kind, status, is_demonstration, created_at, approved_at,
         name_zh, name_en, short_name_zh, short_name_en, region, place_code, address,
         registration_number, licence_number, licence_issuer, licence_expires_on,
         legal_representative)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
      [
        organisation.id,
        organisation.kind,
        organisation.status,
        organisation.isDemonstration,
        organisation.createdAt,
        organisation.approvedAt,
        ...valuesOf(organisation),
      ],
    )
  }

  find(reader: Reader, id: Id): Promise<Organisation | null> {
    return row<Organisation>(reader, `select ${COLUMNS} from organisations where id = $1`, [id])
  }

  findMany(reader: Reader, ids: readonly Id[]): Promise<Organisation[]> {
    return rows<Organisation>(reader, `select ${COLUMNS} from organisations where id = any($1)`, [
      ids,
    ])
  }

  lock(tx: Tx, id: Id): Promise<Organisation | null> {
    return row<Organisation>(tx, `select ${COLUMNS} from organisations where id = $1 for update`, [
      id,
    ])
  }

  /** Locks what decides who keeps an organisation: itself, or all offices of the administration. */
  async lockKeeping(tx: Tx, id: Id): Promise<void> {
    await rows(
      tx,
      `select id from organisations where id = $1 or kind = 'administration'
         and (select kind from organisations where id = $1) = 'administration'
       order by id for update`,
      [id],
    )
  }

  async update(
    tx: Tx,
    id: Id,
    status: OrganisationStatus,
    facts: OrganisationFacts,
  ): Promise<void> {
    await execute(
      tx,
      `update organisations set status = $2, name_zh = $3, name_en = $4, short_name_zh = $5,
         short_name_en = $6, region = $7, place_code = $8, address = $9,
         registration_number = $10, licence_number = $11, licence_issuer = $12,
         licence_expires_on = $13, legal_representative = $14, version = version + 1
       where id = $1`,
      [id, status, ...valuesOf(facts)],
    )
  }

  /** Under its lock: what was read of it before is not all of it any more. */
  async countChange(tx: Tx, id: Id): Promise<void> {
    await execute(tx, 'update organisations set version = version + 1 where id = $1', [id])
  }

  async setStatus(tx: Tx, id: Id, status: OrganisationStatus, approvedAt: Date | null) {
    await execute(tx, 'update organisations set status = $2, approved_at = $3 where id = $1', [
      id,
      status,
      approvedAt,
    ])
  }

  search(reader: Reader, search: Search): Promise<Organisation[]> {
    return rows<Organisation>(
      reader,
      `select ${COLUMNS} from organisations
       where ($1::uuid[] is null or id = any($1)) and ($2::text is null or kind = $2)
         and ($3::text is null or status = $3) and ($4::text is null or region = $4)
         and ($5::text is null or name_zh ilike $5 or name_en ilike $5 or short_name_zh ilike $5)
         and ($6::uuid is null or id < $6)
       order by id desc limit $7`,
      [
        search.within === 'any' ? null : search.within,
        search.kind,
        search.status,
        search.region,
        search.text === null ? null : `%${search.text.replace(/[\\%_]/g, '\\$&')}%`,
        search.before,
        search.limit,
      ],
    )
  }

  /** One application of a person at a time, so that they can be counted. */
  async lockApplicant(tx: Tx, personId: Id): Promise<void> {
    await rows(tx, 'select id from people where id = $1 for update', [personId])
  }

  /** How many applications of a person wait for a decision. */
  async countWaiting(tx: Tx, personId: Id): Promise<number> {
    const found = await row<{ count: number }>(
      tx,
      `select count(*) from organisations o join members m on m.organisation_id = o.id
       where m.person_id = $1 and o.status in ('applied', 'refused')`,
      [personId],
    )
    return found?.count ?? 0
  }
}

function valuesOf(facts: OrganisationFacts): unknown[] {
  return [
    facts.nameZh,
    facts.nameEn,
    facts.shortNameZh,
    facts.shortNameEn,
    facts.region,
    facts.placeCode,
    facts.address,
    facts.registrationNumber,
    facts.licenceNumber,
    facts.licenceIssuer,
    facts.licenceExpiresOn,
    facts.legalRepresentative,
  ]
}
