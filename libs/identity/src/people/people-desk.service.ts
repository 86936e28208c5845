import { Injectable } from '@nestjs/common'
import type { AuditAct } from '@weibao/contracts/audit'
import { normalContact } from '@weibao/contracts/contact'
import type { PersonView, personRoutes } from '@weibao/contracts/person'
import type { InputOf } from '@weibao/contracts/route'
import type { Id } from '@weibao/kernel'
import {
  decodeCursor,
  notFound,
  refusal,
  toPage,
  UnitOfWork,
  type Actor,
  type Tx,
} from '@weibao/platform'
import { maskContact } from '../access/masking.js'
import { Audit } from '../audit/audit.service.js'
import { Members } from '../organisations/members.service.js'
import { SessionEnding } from '../sessions/session-ending.js'
import { PeopleDeskRepository, type ListedPerson } from './people-desk.repository.js'
import type { Person, PersonState } from './person.entity.js'
import { PersonRepository } from './person.repository.js'

/** People as an operator sees them. That somebody looked is written down. */
@Injectable()
export class PeopleDesk {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly listed: PeopleDeskRepository,
    private readonly audit: Audit,
  ) {}

  async list(actor: Actor, query: InputOf<typeof personRoutes.list>['query']) {
    const cursor = decodeCursor(query.cursor, 1)
    const contact = query.query ? normalContact(query.query) : null
    const found = await this.unitOfWork.run(async (tx) => {
      const people = await this.listed.search(tx, {
        contact,
        name: contact ? null : (query.query ?? null),
        state: query.state ?? null,
        before: cursor ? String(cursor[0]) : null,
        limit: query.limit + 1,
      })
      const object = { kind: 'people', id: 'list' } as const
      const by = query.query === undefined ? 'page' : contact ? 'contact' : 'name'
      const after = { by, personIds: people.slice(0, query.limit).map(({ id }) => id) }
      await this.audit.record(tx, { act: 'people.listed', actor, object, after })
      return people
    })
    return toPage(found, query.limit, (last) => [last.id], toPersonView)
  }

  async get(actor: Actor, id: Id): Promise<PersonView> {
    return this.unitOfWork.run(async (tx) => {
      const found = await this.listed.find(tx, id)
      if (!found) throw notFound()
      const object = { kind: 'person', id } as const
      await this.audit.record(tx, { act: 'person.viewed', actor, object })
      return toPersonView(found)
    })
  }
}

/** What an operator may do to an account, each with a reason. */
@Injectable()
export class PersonAdministration {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly people: PersonRepository,
    private readonly listed: PeopleDeskRepository,
    private readonly members: Members,
    private readonly ending: SessionEnding,
    private readonly audit: Audit,
  ) {}

  /** Ends every session at once and keeps new ones from being opened. */
  suspend(actor: Actor, id: Id, reason: string): Promise<PersonView> {
    return this.change(actor, id, 'person.suspended', reason, async (tx, person) => {
      mustBeSomebodyElse(actor, id)
      mustBe(person, 'active', 'suspended')
      await this.members.mustNotBeLastOperator(tx, id)
      await this.people.setState(tx, id, 'suspended')
      await this.ending.endAll(tx, id)
    })
  }

  reinstate(actor: Actor, id: Id, reason: string): Promise<PersonView> {
    return this.change(actor, id, 'person.reinstated', reason, async (tx, person) => {
      mustBe(person, 'suspended', 'active')
      await this.people.setState(tx, id, 'active')
    })
  }

  /** For whoever lost phone and recovery codes. Who they are is checked outside of this program. */
  resetSecondFactor(actor: Actor, id: Id, reason: string): Promise<PersonView> {
    return this.change(actor, id, 'second-factor.reset', reason, async (tx) => {
      mustBeSomebodyElse(actor, id)
      await this.ending.takeSecondFactor(tx, id)
    })
  }

  private change(
    actor: Actor,
    id: Id,
    act: AuditAct,
    reason: string,
    work: (tx: Tx, person: Person) => Promise<void>,
  ): Promise<PersonView> {
    return this.unitOfWork.run(async (tx) => {
      const person = await this.people.lock(tx, id)
      if (!person || person.state === 'erased') throw notFound()
      await work(tx, person)
      await this.audit.record(tx, { act, actor, object: { kind: 'person', id }, reason })
      const found = await this.listed.find(tx, id)
      if (!found) throw notFound()
      return toPersonView(found)
    })
  }
}

function mustBeSomebodyElse(actor: Actor, id: Id): void {
  if (actor.personId === id) throw refusal('person.is-yourself')
}

function mustBe(person: Person, from: PersonState, to: PersonState): void {
  if (person.state !== from) throw refusal('lifecycle.move-not-allowed', { from: person.state, to })
}

function toPersonView(person: ListedPerson): PersonView {
  return {
    id: person.id,
    displayName: person.displayName,
    state: person.state,
    locale: person.locale,
    maskedEmail: maskContact(person.email),
    maskedMobile: maskContact(person.mobile),
    hasSecondFactor: person.hasSecondFactor,
    createdAt: person.createdAt.toISOString(),
    memberships: person.memberships,
  }
}
