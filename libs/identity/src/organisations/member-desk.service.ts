import { Injectable } from '@nestjs/common'
import type { MemberView } from '@weibao/contracts/member'
import type { MemberRole } from '@weibao/contracts/permissions'
import { invariant, type Id } from '@weibao/kernel'
import { notFound, UnitOfWork, type Actor } from '@weibao/platform'
import { maskContact } from '../access/masking.js'
import { MemberRepository, type MemberRow } from './member.repository.js'
import { Members } from './members.service.js'

/** Members as their keepers and operators manage them. */
@Injectable()
export class MemberDesk {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly members: Members,
    private readonly repository: MemberRepository,
  ) {}

  async list(actor: Actor, organisationId: Id): Promise<{ items: MemberView[] }> {
    actor.mustReach('member:read', organisationId)
    const found = await this.repository.list(this.unitOfWork.reader, organisationId)
    return { items: found.map(toMemberView) }
  }

  /** Makes a person a member without asking: an operator's act. */
  async add(
    actor: Actor,
    organisationId: Id,
    { personId, role }: { personId: Id; role: MemberRole },
  ): Promise<MemberView> {
    actor.mustReach('person:administer', organisationId)
    return this.view(await this.members.add({ organisationId, personId, role }, actor))
  }

  async changeRole(
    actor: Actor,
    { organisationId, memberId }: Place,
    role: MemberRole,
  ): Promise<MemberView> {
    actor.mustReach('member:manage', organisationId)
    await this.unitOfWork.run(async (tx) => {
      const member = await this.repository.find(tx, memberId)
      if (member?.organisationId !== organisationId) throw notFound()
      await this.members.changeRole(tx, member, role, actor)
    })
    return this.view(memberId)
  }

  async remove(actor: Actor, { organisationId, memberId }: Place): Promise<void> {
    actor.mustReach('member:manage', organisationId)
    await this.unitOfWork.run(async (tx) => {
      const member = await this.repository.find(tx, memberId)
      if (member?.organisationId !== organisationId) throw notFound()
      await this.members.remove(tx, member, actor)
    })
  }

  /** Ends one's own membership. */
  async leave(actor: Actor, memberId: Id): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const member = await this.repository.find(tx, memberId)
      if (member?.personId !== actor.personId) throw notFound()
      await this.members.remove(tx, member, actor)
    })
  }

  private async view(memberId: Id): Promise<MemberView> {
    const found = await this.repository.view(this.unitOfWork.reader, memberId)
    invariant(found, 'a member just changed')
    return toMemberView(found)
  }
}

interface Place {
  readonly organisationId: Id
  readonly memberId: Id
}

function toMemberView(member: MemberRow): MemberView {
  return {
    id: member.id,
    personId: member.personId,
    displayName: member.displayName,
    role: member.role,
    maskedEmail: maskContact(member.email),
    maskedMobile: maskContact(member.mobile),
    hasSecondFactor: member.hasSecondFactor,
    isSuspended: member.state === 'suspended',
    memberSince: member.createdAt.toISOString(),
  }
}
