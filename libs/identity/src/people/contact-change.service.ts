import { Injectable } from '@nestjs/common'
import type { AuditAct } from '@weibao/contracts/audit'
import type { ChallengeView } from '@weibao/contracts/account'
import type { Id } from '@weibao/kernel'
import { refusal, UnitOfWork, type Actor } from '@weibao/platform'
import { maskContact } from '../access/masking.js'
import { Audit } from '../audit/audit.service.js'
import { AccountMessages } from '../codes/account-messages.js'
import { Challenges } from '../codes/challenges.service.js'
import { CredentialCheck } from './credentials.service.js'
import { People } from './people.service.js'
import { PersonRepository } from './person.repository.js'

/** Adding, changing and removing a contact: the password first, then a code to the new contact. */
@Injectable()
export class ContactChange {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly credentials: CredentialCheck,
    private readonly challenges: Challenges,
    private readonly people: PersonRepository,
    private readonly messages: AccountMessages,
    private readonly audit: Audit,
  ) {}

  /** Sends a code to the new contact; when it is somebody's, its holder learns so and no code comes. */
  async begin(actor: Actor, contact: string, password: string): Promise<ChallengeView> {
    const { id: personId } = await this.credentials.mustKnowPassword(actor, password)
    await this.challenges.mustBeFew(contact)
    return this.unitOfWork.run(async (tx) => {
      const holder = await this.people.findByContact(tx, contact)
      const isAnswerable = holder === null || holder.id === personId
      const beginning = { purpose: 'contact-change', contact, personId, isAnswerable } as const
      const { code, view } = await this.challenges.begin(tx, beginning)
      if (isAnswerable) await this.messages.sendCode(tx, contact, 'verification-code', code)
      else await this.messages.sendHint(tx, contact, 'account-exists')
      return view
    })
  }

  /** Makes the contact the person's; the contacts they had are told. */
  async confirm(actor: Actor, challengeId: Id, code: string): Promise<void> {
    const proved = await this.challenges.check(challengeId, code, 'contact-change')
    if (proved.personId !== actor.personId) throw refusal('code.refused')
    const { contact } = proved
    try {
      await this.unitOfWork.run(async (tx) => {
        await this.challenges.use(tx, challengeId)
        await this.messages.tell(tx, actor.personId, { kind: 'contact-changed', contact })
        await this.people.setContact(tx, actor.personId, contact)
        await this.record(tx, actor, 'contact.changed', contact)
      })
    } catch (error) {
      throw People.isContactTaken(error) ? refusal('code.refused') : error
    }
  }

  /** Removes a contact; one must stay. */
  async remove(actor: Actor, channel: 'mail' | 'sms', password: string): Promise<void> {
    await this.credentials.mustKnowPassword(actor, password)
    await this.unitOfWork.run(async (tx) => {
      const person = await this.people.lock(tx, actor.personId)
      if (!person?.email || !person.mobile) throw refusal('contact.last')
      const [removed, kept] =
        channel === 'mail' ? [person.email, person.mobile] : [person.mobile, person.email]
      await this.people.removeContact(tx, actor.personId, channel)
      await this.record(tx, actor, 'contact.removed', removed)
      await this.messages.tell(tx, actor.personId, { kind: 'contact-changed', contact: kept })
    })
  }

  private async record(
    tx: Parameters<Audit['record']>[0],
    actor: Actor,
    act: AuditAct,
    contact: string,
  ): Promise<void> {
    const object = { kind: 'person', id: actor.personId } as const
    await this.audit.record(tx, { act, actor, object, after: { masked: maskContact(contact) } })
  }
}
