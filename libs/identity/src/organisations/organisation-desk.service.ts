import { Injectable } from '@nestjs/common'
import type { AuditAct } from '@weibao/contracts/audit'
import type {
  ApplyOrganisation,
  EditOrganisation,
  OrganisationView,
  organisationRoutes,
} from '@weibao/contracts/organisation'
import { keeperRoleOf } from '@weibao/contracts/permissions'
import type { InputOf } from '@weibao/contracts/route'
import { Notifier } from '@weibao/documents'
import { Clock, type Id } from '@weibao/kernel'
import {
  decodeCursor,
  notFound,
  Outbox,
  refusal,
  toPage,
  UnitOfWork,
  type Actor,
  type Tx,
} from '@weibao/platform'
import { Audit } from '../audit/audit.service.js'
import { Members } from './members.service.js'
import type { Organisation, OrganisationStatus } from './organisation.entity.js'
import { organisationLifecycle } from './organisation.lifecycle.js'
import { OrganisationRepository, type OrganisationFacts } from './organisation.repository.js'
import { asRefusal, Organisations, toOrganisationView } from './organisations.service.js'
import { RegistrationPapers } from './registration-papers.service.js'

const MAX_WAITING = 3

interface Decision {
  readonly act: AuditAct
  readonly from: OrganisationStatus
  readonly reason: string | null
  /** Of the application that was read. */
  readonly version?: number
}

/** Applying, correcting, and deciding on organisations. */
@Injectable()
export class OrganisationDesk {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly organisations: Organisations,
    private readonly repository: OrganisationRepository,
    private readonly members: Members,
    private readonly papers: RegistrationPapers,
    private readonly audit: Audit,
    private readonly notifier: Notifier,
    private readonly outbox: Outbox,
  ) {}

  async list(actor: Actor, query: InputOf<typeof organisationRoutes.list>['query']) {
    const cursor = decodeCursor(query.cursor, 1)
    const found = await this.repository.search(this.unitOfWork.reader, {
      within: actor.reachOver('organisation:read'),
      kind: query.kind ?? null,
      status: query.status ?? null,
      region: query.region ?? null,
      text: query.query ?? null,
      before: cursor ? String(cursor[0]) : null,
      limit: query.limit + 1,
    })
    return toPage(found, query.limit, (last) => [last.id], toOrganisationView)
  }

  /** Cooperatives that sell, or sold, are open to everybody; others to whom they concern. */
  async get(visitor: Actor | null, id: Id): Promise<OrganisationView> {
    const { reader } = this.unitOfWork
    const found = await this.repository.find(reader, id)
    if (!found) throw notFound()
    const isOpen = found.kind === 'cooperative' && found.approvedAt !== null
    const isWithinReach = isOpen || visitor?.mayFor('organisation:read', id)
    if (!isWithinReach && !(visitor && (await this.members.roleOf(reader, id, visitor.personId))))
      throw notFound()
    return toOrganisationView(found)
  }

  /** Writes an application, with the person as its first keeper. */
  async apply(actor: Actor, { kind, ...form }: ApplyOrganisation): Promise<OrganisationView> {
    const id = await this.unitOfWork
      .run(async (tx) => {
        await this.repository.lockApplicant(tx, actor.personId)
        if ((await this.repository.countWaiting(tx, actor.personId)) >= MAX_WAITING)
          throw refusal('organisation.too-many')
        const facts = { ...toFacts(form), kind, status: 'applied' } as const
        const organisationId = await this.organisations.insert(tx, facts, actor)
        const member = { organisationId, personId: actor.personId, role: keeperRoleOf[kind] }
        await this.members.insert(tx, { ...member, kind }, actor)
        return organisationId
      })
      .catch((error: unknown) => {
        throw asRefusal(error)
      })
    return this.get(actor, id)
  }

  /** Corrects an organisation. A refused application is handed in again by it. */
  async edit(actor: Actor, id: Id, form: EditOrganisation): Promise<OrganisationView> {
    const facts = toFacts(form)
    await this.unitOfWork
      .run(async (tx) => {
        const before = await this.repository.lock(tx, id)
        if (!before || !(await this.papers.mayEdit(tx, actor, before))) throw notFound()
        const isFixed = before.approvedAt !== null && !actor.mayAny('organisation:edit')
        if (isFixed && hasOtherIdentity(before, facts)) throw refusal('organisation.identity-fixed')
        const status = before.status === 'refused' ? 'applied' : before.status
        if (before.status === 'refused') await this.papers.mustBeThere(tx, id)
        await this.repository.update(tx, id, status, facts)
        await this.audit.record(tx, {
          act: 'organisation.edited',
          actor,
          organisationId: id,
          object: { kind: 'organisation', id },
          before: publicFacts(before, before.status),
          after: publicFacts(facts, status),
        })
      })
      .catch((error: unknown) => {
        throw asRefusal(error)
      })
    return this.get(actor, id)
  }

  /**
   * Decides: Weixi's liaison on cooperatives, Baoshan's officer on buyer organisations; on an application as
   * it was read, or refuses with `organisation.edited-meanwhile`.
   */
  async move(
    actor: Actor,
    id: Id,
    to: OrganisationStatus,
    { act, from, reason, version }: Decision,
  ): Promise<OrganisationView> {
    return this.unitOfWork.run(async (tx) => {
      const before = await this.repository.lock(tx, id)
      if (!before || before.kind === 'administration') throw notFound()
      actor.mustReach(before.kind === 'cooperative' ? 'cooperative:approve' : 'buyer:approve', id)
      if (before.status !== from)
        throw refusal('lifecycle.move-not-allowed', { from: before.status, to })
      if (version !== undefined && before.version !== version)
        throw refusal('organisation.edited-meanwhile')
      if (from === 'applied' && to === 'approved') await this.papers.mustBeThere(tx, id)
      const status = organisationLifecycle.move(before.status, to)
      const approvedAt = before.approvedAt ?? (status === 'approved' ? this.clock.now() : null)
      await this.repository.setStatus(tx, id, status, approvedAt)
      await this.audit.record(tx, {
        act,
        actor,
        organisationId: id,
        object: { kind: 'organisation', id },
        before: { status: before.status },
        after: { status },
        reason,
      })
      await this.tellMembers(tx, before, status, reason ?? '')
      await this.outbox.add(tx, { kind: 'organisation.decided', payload: { organisationId: id } })
      return toOrganisationView({ ...before, status, approvedAt })
    })
  }

  /** Whoever applied, and whoever joined since, hears what was decided. */
  private async tellMembers(
    tx: Tx,
    { id, kind, nameZh: name }: Organisation,
    status: OrganisationStatus,
    reason: string,
  ): Promise<void> {
    if (kind === 'administration' || status === 'applied') return
    const params = { organisationId: id, kind, name, status, reason }
    for (const personId of await this.members.peopleOf(tx, id))
      await this.notifier.notify(tx, { personId, kind: 'organisation-decided', params })
  }
}

function toFacts({ name, shortName, licence, ...rest }: EditOrganisation): OrganisationFacts {
  return {
    nameZh: name.zh,
    nameEn: name.en,
    shortNameZh: shortName.zh,
    shortNameEn: shortName.en,
    ...rest,
    ...licence,
  }
}

/** What an approval was given for, and what is counted by: changed by an operator only. */
function hasOtherIdentity(before: Organisation, after: OrganisationFacts): boolean {
  return (
    before.nameZh !== after.nameZh ||
    before.region !== after.region ||
    before.registrationNumber !== after.registrationNumber
  )
}

/** For the audit log: no names of persons. */
function publicFacts(facts: OrganisationFacts, status: OrganisationStatus) {
  const { nameZh, nameEn, region, placeCode, registrationNumber } = facts
  const { licenceNumber, licenceIssuer, licenceExpiresOn } = facts
  return {
    ...{ status, nameZh, nameEn, region, placeCode, registrationNumber },
    ...{ licenceNumber, licenceIssuer, licenceExpiresOn },
  }
}
