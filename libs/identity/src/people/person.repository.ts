import { Injectable } from '@nestjs/common'
import type { Locale } from '@weibao/contracts/basics'
import { channelOf } from '@weibao/contracts/contact'
import type { Contact } from '@weibao/documents'
import type { Id } from '@weibao/kernel'
import { execute, row, rows, type Reader, type Tx } from '@weibao/platform'
import type { Person, PersonState } from './person.entity.js'

const COLUMNS = `id, display_name as "displayName", email, mobile, password_hash as "passwordHash",
  locale, state, created_at as "createdAt", password_changed_at as "passwordChangedAt",
  erased_at as "erasedAt"`

/** Column of a contact by its kind. */
function columnOf(contact: string): 'email' | 'mobile' {
  return channelOf(contact) === 'mail' ? 'email' : 'mobile'
}

/** All SQL about people. */
@Injectable()
export class PersonRepository {
  insert(tx: Tx, person: Omit<Person, 'erasedAt' | 'state'>): Promise<unknown> {
    return rows(
      tx,
      `insert into people (id, display_name, email, mobile, password_hash, locale, created_at,
         password_changed_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        person.id,
        person.displayName,
        person.email,
        person.mobile,
        person.passwordHash,
        person.locale,
        person.createdAt,
        person.passwordChangedAt,
      ],
    )
  }

  findById(reader: Reader, id: Id): Promise<Person | null> {
    return row<Person>(reader, `select ${COLUMNS} from people where id = $1`, [id])
  }

  findByContact(reader: Reader, contact: string): Promise<Person | null> {
    return row<Person>(reader, `select ${COLUMNS} from people where ${columnOf(contact)} = $1`, [
      contact,
    ])
  }

  /** How a living account can be reached: contacts were proved before they were written. */
  findReachable(reader: Reader, id: Id): Promise<Contact | null> {
    return row<Contact>(
      reader,
      `select locale, email, mobile from people where id = $1 and state <> 'erased'`,
      [id],
    )
  }

  async contactsOf(reader: Reader, id: Id): Promise<string[]> {
    const found = await this.findReachable(reader, id)
    return [found?.email, found?.mobile].filter((contact) => contact != null)
  }

  lock(tx: Tx, id: Id): Promise<Person | null> {
    return row<Person>(tx, `select ${COLUMNS} from people where id = $1 for update`, [id])
  }

  async setPassword(tx: Tx, id: Id, passwordHash: string, now: Date): Promise<void> {
    await execute(
      tx,
      'update people set password_hash = $2, password_changed_at = $3 where id = $1',
      [id, passwordHash, now],
    )
  }

  /** Sets what is given. */
  async setProfile(
    tx: Tx,
    id: Id,
    displayName: string | null,
    locale: Locale | null,
  ): Promise<void> {
    await execute(
      tx,
      `update people set display_name = coalesce($2, display_name), locale = coalesce($3, locale)
       where id = $1`,
      [id, displayName, locale],
    )
  }

  async setContact(tx: Tx, id: Id, contact: string): Promise<void> {
    await execute(tx, `update people set ${columnOf(contact)} = $2 where id = $1`, [id, contact])
  }

  async removeContact(tx: Tx, id: Id, channel: 'mail' | 'sms'): Promise<void> {
    const column = channel === 'mail' ? 'email' : 'mobile'
    await execute(tx, `update people set ${column} = null where id = $1`, [id])
  }

  async setState(tx: Tx, id: Id, state: PersonState): Promise<void> {
    await execute(tx, 'update people set state = $2 where id = $1', [id, state])
  }

  async addConsents(
    tx: Tx,
    consents: readonly { id: Id; personId: Id; kind: string; version: string; givenAt: Date }[],
  ): Promise<void> {
    for (const { id, personId, kind, version, givenAt } of consents)
      await rows(
        tx,
        'insert into consents (id, person_id, kind, version, given_at) values ($1, $2, $3, $4, $5)',
        [id, personId, kind, version, givenAt],
      )
  }
}
