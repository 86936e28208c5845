import { Injectable } from '@nestjs/common'
import type { AuditAct } from '@weibao/contracts/audit'
import {
  keeperRoleOf,
  rolesOf,
  type MemberRole,
  type OrganisationKind,
} from '@weibao/contracts/permissions'
import { Clock, newId, type Id } from '@weibao/kernel'
import { notFound, refusal, UnitOfWork, type Reader, type Tx } from '@weibao/platform'
import { Audit, type AuditFact } from '../audit/audit.service.js'
import { PersonRepository } from '../people/person.repository.js'
import type { Member } from './member.entity.js'
import { MemberRepository } from './member.repository.js'
import { OrganisationRepository } from './organisation.repository.js'

interface NewMember {
  readonly organisationId: Id
  readonly personId: Id
  readonly role: MemberRole
}
type By = AuditFact['actor']

/** Who belongs to which organisation, and the rule that somebody must keep it. */
@Injectable()
export class Members {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly members: MemberRepository,
    private readonly organisations: OrganisationRepository,
    private readonly people: PersonRepository,
    private readonly audit: Audit,
  ) {}

  /** Makes a person a member; the seed, tests and operators. */
  add(member: NewMember, by: By = null, reason: string | null = null): Promise<Id> {
    return this.unitOfWork.run(async (tx) => {
      const organisation = await this.organisations.find(tx, member.organisationId)
      const person = await this.people.findById(tx, member.personId)
      if (!organisation || !person || person.state === 'erased') throw notFound()
      return this.insert(tx, { ...member, kind: organisation.kind }, by, reason)
    })
  }

  async insert(
    tx: Tx,
    { kind, ...member }: NewMember & { kind: OrganisationKind },
    by: By,
    reason: string | null = null,
  ): Promise<Id> {
    mustFit(kind, member.role)
    const [id, createdAt] = [newId(), this.clock.now()]
    const entry = { ...member, id, organisationKind: kind, createdAt }
    if (!(await this.members.insert(tx, entry))) throw refusal('member.already')
    await this.record(tx, 'member.added', by, entry, { after: { role: member.role }, reason })
    return id
  }

  /** Gives a member another role; the last keeper stays one. */
  async changeRole(tx: Tx, member: Member, role: MemberRole, by: By): Promise<void> {
    mustFit(member.organisationKind, role)
    const current = await this.lock(tx, member)
    if (current.role === role) return
    await this.mustStayKept(tx, current)
    await this.members.setRole(tx, member.id, role)
    const change = { before: { role: current.role }, after: { role } }
    await this.record(tx, 'member.role-changed', by, member, change)
  }

  /** Ends a membership; the last keeper cannot go. */
  async remove(tx: Tx, member: Member, by: By): Promise<void> {
    const current = await this.lock(tx, member)
    await this.mustStayKept(tx, current)
    await this.members.delete(tx, member.id)
    await this.record(tx, 'member.removed', by, member, { before: { role: current.role } })
  }

  /** Ends every membership of a person, in the order that locks take. */
  async removeAll(tx: Tx, personId: Id, by: By): Promise<void> {
    for (const member of await this.members.listOfPerson(tx, personId))
      await this.remove(tx, member, by)
  }

  /** Refuses when the person is the last who can operate the site. */
  async mustNotBeLastOperator(tx: Tx, personId: Id): Promise<void> {
    for (const member of await this.members.listOfPerson(tx, personId))
      if (member.role === 'operator') await this.mustStayKept(tx, await this.lock(tx, member))
  }

  /** The people of an organisation, or those who hold a role in it, for telling them things. */
  peopleOf(reader: Reader, organisationId: Id, role: MemberRole | null = null): Promise<Id[]> {
    return this.members.peopleOf(reader, organisationId, role)
  }

  /** The people who hold a role anywhere, each once, for telling them things. */
  holdersOf(reader: Reader, role: MemberRole): Promise<{ personId: Id; organisationId: Id }[]> {
    return this.members.holdersOf(reader, role)
  }

  async roleOf(reader: Reader, organisationId: Id, personId: Id): Promise<MemberRole | null> {
    return (await this.members.findOf(reader, organisationId, personId))?.role ?? null
  }

  /** The member as it is once nobody else can change who keeps the organisation. */
  private async lock(tx: Tx, member: Member): Promise<Member> {
    await this.organisations.lockKeeping(tx, member.organisationId)
    const current = await this.members.find(tx, member.id)
    if (!current) throw notFound()
    return current
  }

  private async mustStayKept(tx: Tx, member: Member): Promise<void> {
    const role = keeperRoleOf[member.organisationKind]
    if (member.role !== role) return
    const organisation = await this.organisations.find(tx, member.organisationId)
    if (organisation?.status === 'applied' || organisation?.status === 'refused') return
    if ((await this.members.countOthers(tx, member, role, member.personId)) === 0)
      throw refusal('member.last-keeper', { role })
  }

  private async record(
    tx: Tx,
    act: AuditAct,
    actor: By,
    { id, organisationId, personId }: Pick<Member, 'id' | 'organisationId' | 'personId'>,
    change: Pick<AuditFact, 'before' | 'after' | 'reason'>,
  ): Promise<void> {
    const after = { ...change.after, personId }
    const object = { kind: 'member', id } as const
    await this.audit.record(tx, { act, actor, organisationId, object, ...change, after })
  }
}

/** Refuses a role that organisations of the kind do not have. */
export function mustFit(kind: OrganisationKind, role: MemberRole): void {
  if (!(rolesOf[kind] as readonly MemberRole[]).includes(role))
    throw refusal('member.role-not-of-kind', { role })
}
