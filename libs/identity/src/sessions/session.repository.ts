import { Injectable } from '@nestjs/common'
import type { Locale } from '@weibao/contracts/basics'
import type { MemberRole, OrganisationKind } from '@weibao/contracts/permissions'
import type { Id } from '@weibao/kernel'
import { execute, row, rows, type Reader, type Tx } from '@weibao/platform'
import type { PersonState } from '../people/person.entity.js'
import type { SessionEntry, SessionState } from './session.entity.js'

export interface MembershipRow {
  memberId: Id
  organisationId: Id
  organisationKind: OrganisationKind
  organisationStatus: 'applied' | 'refused' | 'approved' | 'suspended'
  nameZh: string
  nameEn: string
  shortNameZh: string
  shortNameEn: string
  isDemonstration: boolean
  role: MemberRole
}

/** A session with all that decides what it may do. */
export interface SessionRow {
  id: Id
  state: SessionState
  secondFactorAt: Date | null
  createdAt: Date
  lastSeenAt: Date
  personId: Id
  personState: PersonState
  displayName: string
  email: string | null
  mobile: string | null
  locale: Locale
  hasSecondFactor: boolean
  memberships: MembershipRow[]
}

const MEMBERSHIPS = `coalesce((select json_agg(json_build_object(
    'memberId', m.id, 'organisationId', o.id, 'organisationKind', o.kind,
    'organisationStatus', o.status, 'nameZh', o.name_zh, 'nameEn', o.name_en,
    'shortNameZh', o.short_name_zh, 'shortNameEn', o.short_name_en,
    'isDemonstration', o.is_demonstration, 'role', m.role) order by m.id)
  from members m join organisations o on o.id = m.organisation_id
  where m.person_id = p.id), '[]'::json)`

const SELECT = `select s.id, s.state, s.second_factor_at as "secondFactorAt",
    s.created_at as "createdAt", s.last_seen_at as "lastSeenAt", p.id as "personId",
    p.state as "personState", p.display_name as "displayName", p.email, p.mobile, p.locale,
    exists (select from second_factors f where f.person_id = p.id and f.state = 'confirmed')
      as "hasSecondFactor",
    ${MEMBERSHIPS} as memberships
  from sessions s join people p on p.id = s.person_id`

type ListedSession = Pick<SessionEntry, 'id' | 'userAgent' | 'address' | 'createdAt' | 'lastSeenAt'>

/** All SQL about sessions. */
@Injectable()
export class SessionRepository {
  /** The one statement of every request: session, person, second factor and memberships. */
  findByToken(reader: Reader, tokenHash: Buffer): Promise<SessionRow | null> {
    return row<SessionRow>(reader, `${SELECT} where s.token_hash = $1`, [tokenHash])
  }

  findById(reader: Reader, id: Id): Promise<SessionRow | null> {
    return row<SessionRow>(reader, `${SELECT} where s.id = $1`, [id])
  }

  async insert(tx: Tx, session: SessionEntry): Promise<void> {
    await rows(
      tx,
      `insert into sessions (id, token_hash, person_id, state, second_factor_at, user_agent,
         address, created_at, last_seen_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        session.id,
        session.tokenHash,
        session.personId,
        session.state,
        session.secondFactorAt,
        session.userAgent,
        session.address,
        session.createdAt,
        session.lastSeenAt,
      ],
    )
  }

  /** Gives an open session another token. */
  async setToken(tx: Tx, id: Id, tokenHash: Buffer): Promise<void> {
    await execute(tx, 'update sessions set token_hash = $2 where id = $1', [id, tokenHash])
  }

  async setProved(tx: Tx, id: Id, tokenHash: Buffer, now: Date): Promise<void> {
    await execute(
      tx,
      `update sessions set state = 'open', token_hash = $2, second_factor_at = $3,
         last_seen_at = $3 where id = $1`,
      [id, tokenHash, now],
    )
  }

  async touch(reader: Reader, id: Id, address: string | null, now: Date): Promise<void> {
    await execute(
      reader,
      `update sessions set last_seen_at = $2, address = $3
       where id = $1 and last_seen_at < $2::timestamptz - interval '1 minute'`,
      [id, now, address],
    )
  }

  list(reader: Reader, personId: Id, since: Date): Promise<ListedSession[]> {
    return rows<ListedSession>(
      reader,
      `select id, user_agent as "userAgent", address, created_at as "createdAt",
         last_seen_at as "lastSeenAt" from sessions
       where person_id = $1 and state = 'open' and last_seen_at > $2
       order by last_seen_at desc limit 100`,
      [personId, since],
    )
  }

  /** Ends a session of a person; whether there was one. */
  async delete(tx: Tx | Reader, id: Id, personId: Id): Promise<boolean> {
    const count = await execute(tx, 'delete from sessions where id = $1 and person_id = $2', [
      id,
      personId,
    ])
    return count > 0
  }

  async deleteByToken(reader: Reader, tokenHash: Buffer): Promise<void> {
    await execute(reader, 'delete from sessions where token_hash = $1', [tokenHash])
  }

  /** Ends every session of a person, but the one to be kept. */
  async deleteAll(tx: Tx, personId: Id, keptId: Id | null = null): Promise<number> {
    return execute(
      tx,
      'delete from sessions where person_id = $1 and ($2::uuid is null or id <> $2)',
      [personId, keptId],
    )
  }

  /** Keeps the newest few of a person. */
  async deleteBeyond(tx: Tx, personId: Id, kept: number): Promise<void> {
    await execute(
      tx,
      `delete from sessions where person_id = $1 and id not in
         (select id from sessions where person_id = $1 order by last_seen_at desc, id desc limit $2)`,
      [personId, kept],
    )
  }

  async deleteOlder(reader: Reader, lastSeenBefore: Date, createdBefore: Date): Promise<void> {
    await execute(reader, 'delete from sessions where last_seen_at < $1 or created_at < $2', [
      lastSeenBefore,
      createdBefore,
    ])
  }
}
