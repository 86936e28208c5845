import { Injectable } from '@nestjs/common'
import type { MemberRole } from '@weibao/contracts/permissions'
import type { Id } from '@weibao/kernel'
import { row, rows, type Reader } from '@weibao/platform'
import type { Person, PersonState } from './person.entity.js'

export type ListedPerson = Pick<
  Person,
  'id' | 'displayName' | 'state' | 'locale' | 'email' | 'mobile' | 'createdAt'
> & {
  hasSecondFactor: boolean
  memberships: {
    memberId: Id
    organisationId: Id
    organisationName: { zh: string; en: string }
    role: MemberRole
  }[]
}

const SELECT = `select p.id, p.display_name as "displayName", p.state, p.locale, p.email, p.mobile,
    p.created_at as "createdAt",
    exists (select from second_factors f where f.person_id = p.id and f.state = 'confirmed')
      as "hasSecondFactor",
    coalesce((select json_agg(json_build_object('memberId', m.id, 'organisationId', o.id,
        'organisationName', json_build_object('zh', o.name_zh, 'en', o.name_en),
        'role', m.role) order by m.id)
      from members m join organisations o on o.id = m.organisation_id
      where m.person_id = p.id), '[]'::json) as memberships
  from people p`

interface Search {
  /** A whole contact in normal form; people are not found by parts of one. */
  readonly contact: string | null
  /** Part of the display name. */
  readonly name: string | null
  readonly state: PersonState | null
  readonly before: Id | null
  readonly limit: number
}

/** People with their memberships, as an operator lists them. */
@Injectable()
export class PeopleDeskRepository {
  find(reader: Reader, id: Id): Promise<ListedPerson | null> {
    return row<ListedPerson>(reader, `${SELECT} where p.id = $1`, [id])
  }

  search(reader: Reader, { contact, name, state, before, limit }: Search): Promise<ListedPerson[]> {
    const pattern = name === null ? null : `%${name.replace(/[\\%_]/g, '\\$&')}%`
    return rows<ListedPerson>(
      reader,
      `${SELECT} where ($1::text is null or p.email = $1 or p.mobile = $1)
         and ($2::text is null or p.display_name ilike $2)
         and ($3::text is null or p.state = $3) and ($4::uuid is null or p.id < $4)
       order by p.id desc limit $5`,
      [contact, pattern, state, before, limit],
    )
  }
}
