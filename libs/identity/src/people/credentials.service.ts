import { Injectable } from '@nestjs/common'
import { Clock, type Id } from '@weibao/kernel'
import { refusal, UnitOfWork, type Actor, type Tx } from '@weibao/platform'
import { attemptLimits, Attempts } from '../access/attempts.service.js'
import { Audit } from '../audit/audit.service.js'
import { AccountMessages } from '../codes/account-messages.js'
import { SessionRepository } from '../sessions/session.repository.js'
import { Passwords } from './passwords.service.js'
import type { Person } from './person.entity.js'
import { PersonRepository } from './person.repository.js'

/** Proving the password again, and setting another. */
@Injectable()
export class CredentialCheck {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly people: PersonRepository,
    private readonly passwords: Passwords,
    private readonly attempts: Attempts,
  ) {}

  /** The person, when the password is theirs. Tries of those signed in are counted apart. */
  async mustKnowPassword(actor: Actor, password: string): Promise<Person> {
    const used = await this.attempts.take(
      attemptLimits.passwordOfAccount,
      `password:session:${actor.personId}`,
    )
    const person = await this.people.findById(this.unitOfWork.reader, actor.personId)
    const isRight = await this.passwords.isRight(person?.passwordHash, password)
    if (!isRight || !person) throw refusal('password.wrong')
    await this.attempts.giveBack([used])
    return person
  }
}

/** Setting a password: whoever was signed in by the old one is not any more. */
@Injectable()
export class PasswordSetting {
  constructor(
    private readonly clock: Clock,
    private readonly people: PersonRepository,
    private readonly sessions: SessionRepository,
    private readonly audit: Audit,
    private readonly messages: AccountMessages,
  ) {}

  /** Sets the hash, ends every session but one, and tells the person. */
  async set(tx: Tx, { personId, passwordHash, keptSessionId, act }: NewPassword): Promise<void> {
    await this.people.setPassword(tx, personId, passwordHash, this.clock.now())
    const endedSessions = await this.sessions.deleteAll(tx, personId, keptSessionId)
    await this.audit.record(tx, {
      act,
      actor: { personId, sessionId: keptSessionId ?? personId },
      object: { kind: 'person', id: personId },
      after: { endedSessions },
    })
    await this.messages.tell(tx, personId, { kind: 'password-changed' })
  }
}

interface NewPassword {
  readonly personId: Id
  readonly passwordHash: string
  readonly keptSessionId: Id | null
  readonly act: 'password.changed' | 'password.reset'
}
