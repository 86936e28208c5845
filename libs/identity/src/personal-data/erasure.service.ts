import { Injectable } from '@nestjs/common'
import { currentContext, notFound, refusal, UnitOfWork, type Actor } from '@weibao/platform'
import { Audit } from '../audit/audit.service.js'
import { Members } from '../organisations/members.service.js'
import { CredentialCheck } from '../people/credentials.service.js'
import { PersonRepository } from '../people/person.repository.js'
import { PersonalData } from './personal-data.service.js'

/** Closing an account: the id stays for the books, whatever names the person goes. */
@Injectable()
export class Erasure {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly credentials: CredentialCheck,
    private readonly people: PersonRepository,
    private readonly members: Members,
    private readonly data: PersonalData,
    private readonly audit: Audit,
  ) {}

  /** Erases everywhere in one transaction, or refuses with the reason and erases nothing. */
  async erase(actor: Actor, password: string): Promise<void> {
    await this.credentials.mustKnowPassword(actor, password)
    const { personId } = actor
    await this.unitOfWork.run(async (tx) => {
      const person = await this.people.lock(tx, personId)
      if (person?.state !== 'active') throw notFound()
      const contacts = await this.people.contactsOf(tx, personId)
      const obstacle = await this.data.findObstacle(tx, { personId, contacts })
      if (obstacle) {
        const reason = currentContext()?.locale === 'en' ? obstacle.en : obstacle.zh
        throw refusal('account.erasure-blocked', { reason })
      }
      await this.members.removeAll(tx, personId, actor)
      await this.data.erase(tx, { personId, contacts })
      const object = { kind: 'person', id: personId } as const
      await this.audit.record(tx, { act: 'person.erased', actor, object })
    })
  }
}
