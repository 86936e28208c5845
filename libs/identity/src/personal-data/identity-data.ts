import { Injectable, type OnModuleInit } from '@nestjs/common'
import { Contacts, Notifier } from '@weibao/documents'
import { Clock } from '@weibao/kernel'
import { execute, row, type Reader, type Tx } from '@weibao/platform'
import { Attempts } from '../access/attempts.service.js'
import { PersonRepository } from '../people/person.repository.js'
import { PersonalData, type DataSubject } from './personal-data.service.js'

/** Stands where a name was. */
export const ERASED_NAME = '已注销 Closed'

/** What identity itself keeps about people; it also speaks for documents, which stands below it. */
@Injectable()
export class IdentityData implements OnModuleInit {
  constructor(
    private readonly registry: PersonalData,
    private readonly people: PersonRepository,
    private readonly attempts: Attempts,
    private readonly contacts: Contacts,
    private readonly notifier: Notifier,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.contacts.answerBy((reader, personId) => this.people.findReachable(reader, personId))
    this.registry.register('messages', {
      export: (reader, { personId }) => this.notifier.exportOf(reader, personId),
      erase: (tx, { personId, contacts }) => this.notifier.erase(tx, personId, contacts),
    })
    this.registry.register('identity', {
      export: (reader, subject) => this.export(reader, subject),
      erase: (tx, subject) => this.erase(tx, subject),
    })
  }

  private async export(reader: Reader, { personId, contacts }: DataSubject): Promise<unknown> {
    const found = await row<{ data: unknown }>(reader, EXPORT, [personId, contacts])
    return found?.data ?? null
  }

  private async erase(tx: Tx, { personId, contacts }: DataSubject): Promise<void> {
    const now = this.clock.now()
    for (const text of ENDED_BY_PERSON) await execute(tx, text, [personId])
    await execute(tx, 'delete from challenges where person_id = $1 or contact = any($2)', [
      personId,
      contacts,
    ])
    await execute(tx, 'delete from invitations where contact = any($1)', [contacts])
    const names = contacts.map((contact) => this.attempts.nameOf(contact))
    await execute(tx, 'delete from attempts where key like any($1) or key = any($2)', [
      [`%:${personId}`],
      names.flatMap((name) => [`password:account:${name}`, `codes:contact:${name}`]),
    ])
    await execute(
      tx,
      'update machine_keys set revoked_at = $2 where created_by = $1 and revoked_at is null',
      [personId, now],
    )
    await execute(tx, UNDECIDED_PAPERS, [personId])
    await execute(tx, 'update consents set withdrawn_at = $2 where person_id = $1', [personId, now])
    await execute(
      tx,
      `update people set state = 'erased', display_name = $2, email = null, mobile = null,
         password_hash = null, erased_at = $3 where id = $1`,
      [personId, ERASED_NAME, now],
    )
  }
}

const ENDED_BY_PERSON = [
  'delete from sessions where person_id = $1',
  'delete from recovery_codes where person_id = $1',
  'delete from second_factors where person_id = $1',
]

/** Of applications that nobody decided for; what an approval was given on stays with the books. */
const UNDECIDED_PAPERS = `
  with gone as (delete from registration_papers r using organisations o
    where o.id = r.organisation_id and o.approved_at is null and r.uploaded_by = $1
    returning r.file_id)
  delete from files f using gone where f.id = gone.file_id`

/** Hashes and sealed secrets are no data a person could use; that they exist is said. */
const EXPORT = `
  select json_build_object(
    'person', (select json_build_object('id', p.id, 'displayName', p.display_name,
        'email', p.email, 'mobile', p.mobile, 'locale', p.locale, 'state', p.state,
        'createdAt', p.created_at, 'passwordChangedAt', p.password_changed_at)
      from people p where p.id = $1),
    'consents', (select coalesce(json_agg(json_build_object('kind', kind, 'version', version,
        'givenAt', given_at, 'withdrawnAt', withdrawn_at) order by id), '[]'::json)
      from consents where person_id = $1),
    'secondFactor', (select json_build_object('state', state, 'createdAt', created_at,
        'confirmedAt', confirmed_at) from second_factors where person_id = $1),
    'recoveryCodesLeft', (select count(*) from recovery_codes where person_id = $1),
    'sessions', (select coalesce(json_agg(json_build_object('userAgent', user_agent,
        'address', address, 'createdAt', created_at, 'lastSeenAt', last_seen_at) order by id),
        '[]'::json) from sessions where person_id = $1),
    'memberships', (select coalesce(json_agg(json_build_object('organisation', o.name_zh,
        'role', m.role, 'since', m.created_at) order by m.id), '[]'::json)
      from members m join organisations o on o.id = m.organisation_id where m.person_id = $1),
    'invitations', (select coalesce(json_agg(json_build_object('organisation', o.name_zh,
        'role', i.role, 'contact', i.contact, 'state', i.state, 'createdAt', i.created_at)
        order by i.id), '[]'::json)
      from invitations i join organisations o on o.id = i.organisation_id
      where i.contact = any($2)),
    'registrationPapers', (select coalesce(json_agg(json_build_object('organisation', o.name_zh,
        'name', r.name, 'uploadedAt', r.uploaded_at) order by r.id), '[]'::json)
      from registration_papers r join organisations o on o.id = r.organisation_id
      where r.uploaded_by = $1),
    'codesSent', (select coalesce(json_agg(json_build_object('purpose', purpose,
        'contact', contact, 'createdAt', created_at) order by id), '[]'::json)
      from challenges where person_id = $1 or contact = any($2)),
    'machineKeysMade', (select coalesce(json_agg(json_build_object('name', name,
        'createdAt', created_at, 'expiresAt', expires_at) order by id), '[]'::json)
      from machine_keys where created_by = $1),
    'acts', (select coalesce(json_agg(json_build_object('at', at, 'act', act,
        'objectKind', object_kind, 'objectId', object_id, 'network', network) order by id desc),
        '[]'::json)
      from (select * from audit_entries where actor_id = $1 order by id desc limit 5000) a)
  ) as data`
