import { Injectable } from '@nestjs/common'
import type { MemberRole, OrganisationKind } from '@weibao/contracts/permissions'
import type { Id } from '@weibao/kernel'
import { execute, row, rows, type Reader, type Tx } from '@weibao/platform'
import type { PersonState } from '../people/person.entity.js'
import type { Member } from './member.entity.js'

export interface MemberRow {
  id: Id
  personId: Id
  role: MemberRole
  createdAt: Date
  displayName: string
  email: string | null
  mobile: string | null
  state: PersonState
  hasSecondFactor: boolean
}

const COLUMNS = `id, organisation_id as "organisationId", organisation_kind as "organisationKind",
  person_id as "personId", role, created_at as "createdAt"`

const VIEW = `select m.id, m.person_id as "personId", m.role, m.created_at as "createdAt",
    p.display_name as "displayName", p.email, p.mobile, p.state,
    exists (select from second_factors f where f.person_id = p.id and f.state = 'confirmed')
      as "hasSecondFactor"
  from members m join people p on p.id = m.person_id`

/** All SQL about members. */
@Injectable()
export class MemberRepository {
  /** False when the person is a member already. */
  async insert(tx: Tx, member: Member): Promise<boolean> {
    const count = await execute(
      tx,
      `insert into members (id, organisation_id, organisation_kind, person_id, role, created_at)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (organisation_id, person_id) do nothing returning id`,
      [
        member.id,
        member.organisationId,
        member.organisationKind,
        member.personId,
        member.role,
        member.createdAt,
      ],
    )
    return count === 1
  }

  find(reader: Reader, id: Id): Promise<Member | null> {
    return row<Member>(reader, `select ${COLUMNS} from members where id = $1`, [id])
  }

  findOf(reader: Reader, organisationId: Id, personId: Id): Promise<Member | null> {
    return row<Member>(
      reader,
      `select ${COLUMNS} from members where organisation_id = $1 and person_id = $2`,
      [organisationId, personId],
    )
  }

  listOfPerson(reader: Reader, personId: Id): Promise<Member[]> {
    return rows<Member>(
      reader,
      `select ${COLUMNS} from members where person_id = $1 order by organisation_id`,
      [personId],
    )
  }

  view(reader: Reader, id: Id): Promise<MemberRow | null> {
    return row<MemberRow>(reader, `${VIEW} where m.id = $1`, [id])
  }

  list(reader: Reader, organisationId: Id): Promise<MemberRow[]> {
    return rows<MemberRow>(reader, `${VIEW} where m.organisation_id = $1 order by m.id limit 500`, [
      organisationId,
    ])
  }

  async peopleOf(reader: Reader, organisationId: Id, role: string | null): Promise<Id[]> {
    const found = await rows<{ personId: Id }>(
      reader,
      `select person_id as "personId" from members
       where organisation_id = $1 and ($2::text is null or role = $2) order by person_id`,
      [organisationId, role],
    )
    return found.map(({ personId }) => personId)
  }

  /** Those who hold a role in any approved organisation, with where they hold it. */
  holdersOf(reader: Reader, role: string): Promise<{ personId: Id; organisationId: Id }[]> {
    return rows(
      reader,
      `select distinct on (m.person_id) m.person_id as "personId", m.organisation_id as "organisationId"
       from members m join organisations o on o.id = m.organisation_id
       where m.role = $1 and o.status = 'approved' order by m.person_id, m.organisation_id limit 100`,
      [role],
    )
  }

  async setRole(tx: Tx, id: Id, role: MemberRole): Promise<void> {
    await execute(tx, 'update members set role = $2 where id = $1', [id, role])
  }

  async delete(tx: Tx, id: Id): Promise<void> {
    await execute(tx, 'delete from members where id = $1', [id])
  }

  /**
   * How many active people other than one hold a role: in the organisation, or, for the
   * administration, in any of its approved offices.
   */
  async countOthers(
    tx: Tx,
    {
      organisationId,
      organisationKind,
    }: { organisationId: Id; organisationKind: OrganisationKind },
    role: MemberRole,
    exceptPersonId: Id,
  ): Promise<number> {
    const found = await row<{ count: number }>(
      tx,
      `select count(distinct m.person_id) from members m
         join people p on p.id = m.person_id and p.state = 'active'
         join organisations o on o.id = m.organisation_id
       where m.role = $3 and m.person_id <> $4 and m.organisation_kind = $2
         and ($2 = 'administration' and o.status = 'approved' or m.organisation_id = $1)`,
      [organisationId, organisationKind, role, exceptPersonId],
    )
    return found?.count ?? 0
  }
}
