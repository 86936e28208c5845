import { Injectable } from '@nestjs/common'
import { consentVersions } from '@weibao/contracts/consent'
import type { Locale } from '@weibao/contracts/basics'
import { channelOf, normalContact } from '@weibao/contracts/contact'
import { Clock, invariant, newId, type Id } from '@weibao/kernel'
import { violatedConstraint, UnitOfWork, type Reader, type Tx } from '@weibao/platform'
import { Audit } from '../audit/audit.service.js'
import { Passwords } from './passwords.service.js'
import type { Person } from './person.entity.js'
import { PersonRepository } from './person.repository.js'

export interface NewPerson {
  readonly displayName: string
  readonly contacts: readonly string[]
  readonly password: string
  readonly locale?: Locale
}

/** People as other libraries, the seed and tests need them. */
@Injectable()
export class People {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly people: PersonRepository,
    private readonly passwords: Passwords,
    private readonly audit: Audit,
  ) {}

  /** Creates a person whose contacts are taken as proved, with consent to the current terms. */
  async create(person: NewPerson): Promise<Id> {
    const passwordHash = await this.passwords.hash(person.password)
    const contacts = person.contacts.map((contact) => {
      const normal = normalContact(contact)
      invariant(normal, `not a contact: ${contact}`)
      return normal
    })
    return this.unitOfWork.run((tx) =>
      this.insert(tx, { ...person, contacts, passwordHash, locale: person.locale ?? 'zh-CN' }),
    )
  }

  /** Writes the rows of a new person; contacts are in normal form. */
  async insert(
    tx: Tx,
    person: { displayName: string; contacts: string[]; passwordHash: string; locale: Locale },
  ): Promise<Id> {
    const now = this.clock.now()
    const id = newId()
    await this.people.insert(tx, {
      id,
      displayName: person.displayName,
      email: person.contacts.find((contact) => channelOf(contact) === 'mail') ?? null,
      mobile: person.contacts.find((contact) => channelOf(contact) === 'sms') ?? null,
      passwordHash: person.passwordHash,
      locale: person.locale,
      createdAt: now,
      passwordChangedAt: now,
    })
    await this.people.addConsents(
      tx,
      (['terms', 'privacy'] as const).map((kind) => ({
        id: newId(),
        personId: id,
        kind,
        version: consentVersions[kind],
        givenAt: now,
      })),
    )
    const actor = { personId: id, sessionId: id }
    await this.audit.record(tx, { act: 'person.registered', actor, object: { kind: 'person', id } })
    return id
  }

  /** The display names of people, for lists of other libraries; erased ones have a stand-in. */
  find(reader: Reader, id: Id): Promise<Person | null> {
    return this.people.findById(reader, id)
  }

  findByContact(reader: Reader, contact: string): Promise<Person | null> {
    return this.people.findByContact(reader, contact)
  }

  /** Whether an error says that a contact belongs to somebody already. */
  static isContactTaken(error: unknown): boolean {
    return ['people_email_once', 'people_mobile_once'].includes(violatedConstraint(error) ?? '')
  }
}
