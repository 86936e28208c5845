import { Injectable } from '@nestjs/common'
import type { Id } from '@weibao/kernel'
import { row, type Reader } from '@weibao/platform'
import type { Person } from './person.entity.js'

interface ConsentRow {
  kind: 'terms' | 'privacy'
  version: string
  /** As JSON gives it. */
  givenAt: string
  withdrawnAt: string | null
}

export type AccountRow = Omit<Person, 'passwordHash' | 'erasedAt'> & {
  consents: ConsentRow[]
  secondFactorAt: Date | null
  recoveryCodesLeft: number
}

/** The account with what belongs to it, in one statement. */
@Injectable()
export class AccountRepository {
  find(reader: Reader, personId: Id): Promise<AccountRow | null> {
    return row<AccountRow>(
      reader,
      `select p.id, p.display_name as "displayName", p.email, p.mobile, p.locale, p.state,
         p.created_at as "createdAt", p.password_changed_at as "passwordChangedAt",
         f.confirmed_at as "secondFactorAt",
         (select count(*) from recovery_codes r where r.person_id = p.id) as "recoveryCodesLeft",
         coalesce((select json_agg(json_build_object('kind', c.kind, 'version', c.version,
             'givenAt', c.given_at, 'withdrawnAt', c.withdrawn_at) order by c.id)
           from consents c where c.person_id = p.id), '[]'::json) as consents
       from people p left join second_factors f on f.person_id = p.id and f.state = 'confirmed'
       where p.id = $1 and p.state <> 'erased'`,
      [personId],
    )
  }
}
