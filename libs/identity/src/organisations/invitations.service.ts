import { Injectable, type OnModuleInit } from '@nestjs/common'
import type { InvitationView } from '@weibao/contracts/member'
import type { MemberRole } from '@weibao/contracts/permissions'
import { Clock, newId, type Id } from '@weibao/kernel'
import { Jobs, notFound, refusal, UnitOfWork, type Actor, type Tx } from '@weibao/platform'
import { isSame, newToken, tokenHash } from '../access/secrets.js'
import { maskContact } from '../access/masking.js'
import { Challenges } from '../codes/challenges.service.js'
import type { Invitation } from './member.entity.js'
import { InvitationRecords } from './invitation-records.js'
import {
  InvitationRepository,
  type InvitationRow,
  type OpenInvitation,
} from './invitation.repository.js'
import { mustFit } from './members.service.js'

const DAYS = 7
const DAY_MILLIS = 86_400_000
const MAX_OPEN = 50

/** Invitations by a link to a contact: good once, for seven days, for whoever holds the link. */
@Injectable()
export class Invitations implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly invitations: InvitationRepository,
    private readonly records: InvitationRecords,
    private readonly challenges: Challenges,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every(86_400, 'forget-old-invitations', () => {
      const before = new Date(this.clock.now().getTime() - DAYS * DAY_MILLIS)
      return this.invitations.deleteEnded(this.unitOfWork.reader, before)
    })
  }

  async list(actor: Actor, organisationId: Id): Promise<{ items: InvitationView[] }> {
    actor.mustReach('member:manage', organisationId)
    const found = await this.invitations.list(this.unitOfWork.reader, organisationId)
    return { items: found.map((invitation) => this.toView(invitation)) }
  }

  /** Sends an invitation; whether the contact has an account makes no difference. */
  async create(
    actor: Actor,
    organisationId: Id,
    { contact, role }: { contact: string; role: MemberRole },
  ): Promise<InvitationView> {
    actor.mustReach('member:manage', organisationId)
    await this.challenges.mustBeFew(contact)
    const token = newToken()
    return this.unitOfWork.run(async (tx) => {
      const organisation = await this.records.lockOrganisation(tx, organisationId)
      mustFit(organisation.kind, role)
      const invitation = this.make(actor, { organisationId, contact, role, token })
      await this.invitations.revokeOf(tx, organisationId, contact)
      if ((await this.invitations.countOpen(tx, organisationId, invitation.createdAt)) >= MAX_OPEN)
        throw refusal('invitation.too-many')
      await this.invitations.insert(tx, invitation)
      await this.records.created(tx, actor, invitation)
      await this.records.send(tx, actor, organisation, {
        contact,
        // The token stands behind `#`, where no log and no referrer sees it.
        path: `/invitations/${invitation.id}#${token}`,
        days: DAYS,
      })
      return this.toView(invitation)
    })
  }

  async revoke(actor: Actor, organisationId: Id, id: Id): Promise<void> {
    actor.mustReach('member:manage', organisationId)
    await this.unitOfWork.run(async (tx) => {
      if (!(await this.invitations.revoke(tx, id, organisationId))) throw notFound()
      await this.records.revoked(tx, actor, organisationId, id)
    })
  }

  /** What the holder of a link is invited to. */
  async preview(id: Id, token: string) {
    const { nameZh, nameEn, kind, role, expiresAt } = await this.mustBeOpen(id, token)
    return {
      organisationName: { zh: nameZh, en: nameEn },
      organisationKind: kind,
      role,
      expiresAt: expiresAt.toISOString(),
    }
  }

  /** Makes the person signed in a member. */
  async accept(actor: Actor, id: Id, token: string): Promise<{ memberId: Id; organisationId: Id }> {
    const invitation = await this.mustBeOpen(id, token)
    return this.unitOfWork.run(async (tx: Tx) => {
      if (!(await this.invitations.accept(tx, id))) throw refusal('invitation.ended')
      const memberId = await this.records.join(tx, actor, invitation)
      return { memberId, organisationId: invitation.organisationId }
    })
  }

  private async mustBeOpen(id: Id, token: string): Promise<OpenInvitation> {
    const found = await this.invitations.findOpen(this.unitOfWork.reader, id, this.clock.now())
    if (!found || found.status === 'suspended' || !isSame(found.tokenHash, tokenHash(token)))
      throw refusal('invitation.ended')
    return found
  }

  private make(
    actor: Actor,
    given: { organisationId: Id; contact: string; role: MemberRole; token: string },
  ): Omit<Invitation, 'state'> {
    const { token, ...facts } = given
    const createdAt = this.clock.now()
    const expiresAt = new Date(createdAt.getTime() + DAYS * DAY_MILLIS)
    const id = newId()
    return {
      ...facts,
      id,
      tokenHash: tokenHash(token),
      invitedBy: actor.personId,
      createdAt,
      expiresAt,
    }
  }

  private toView({ id, role, contact, createdAt, expiresAt }: InvitationRow): InvitationView {
    return {
      id,
      role,
      maskedContact: maskContact(contact),
      createdAt: createdAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
      isExpired: expiresAt <= this.clock.now(),
    }
  }
}
