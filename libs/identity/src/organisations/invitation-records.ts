import { Injectable } from '@nestjs/common'
import type { Id } from '@weibao/kernel'
import { currentContext, notFound, type Actor, type Tx } from '@weibao/platform'
import { Audit } from '../audit/audit.service.js'
import { AccountMessages } from '../codes/account-messages.js'
import { PersonRepository } from '../people/person.repository.js'
import type { OpenInvitation } from './invitation.repository.js'
import type { Invitation } from './member.entity.js'
import { Members } from './members.service.js'
import type { Organisation } from './organisation.entity.js'
import { OrganisationRepository } from './organisation.repository.js'

/** What an invitation sets off: lines in the audit log, the message, the membership. */
@Injectable()
export class InvitationRecords {
  constructor(
    private readonly organisations: OrganisationRepository,
    private readonly people: PersonRepository,
    private readonly members: Members,
    private readonly messages: AccountMessages,
    private readonly audit: Audit,
  ) {}

  async lockOrganisation(tx: Tx, id: Id): Promise<Organisation> {
    const found = await this.organisations.lock(tx, id)
    if (!found) throw notFound()
    return found
  }

  async created(tx: Tx, actor: Actor, invitation: Omit<Invitation, 'state'>): Promise<void> {
    const { id, organisationId, role } = invitation
    const object = { kind: 'invitation', id } as const
    const after = { role }
    await this.audit.record(tx, {
      act: 'invitation.created',
      actor,
      organisationId,
      object,
      after,
    })
  }

  async revoked(tx: Tx, actor: Actor, organisationId: Id, id: Id): Promise<void> {
    const object = { kind: 'invitation', id } as const
    await this.audit.record(tx, { act: 'invitation.revoked', actor, organisationId, object })
  }

  async send(
    tx: Tx,
    actor: Actor,
    organisation: Organisation,
    { contact, path, days }: { contact: string; path: string; days: number },
  ): Promise<void> {
    const inviter = (await this.people.findById(tx, actor.personId))?.displayName ?? '维宝'
    const isEnglish = currentContext()?.locale === 'en'
    await this.messages.sendInvitation(tx, contact, {
      organisation: isEnglish ? organisation.nameEn : organisation.nameZh,
      inviter,
      path,
      days,
    })
  }

  /** Writes the membership of whoever accepted. */
  join(tx: Tx, actor: Actor, { organisationId, role, kind }: OpenInvitation): Promise<Id> {
    return this.members.insert(tx, { organisationId, role, kind, personId: actor.personId }, actor)
  }
}
