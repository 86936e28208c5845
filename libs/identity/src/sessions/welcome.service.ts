import { Injectable } from '@nestjs/common'
import type { Session } from '@weibao/contracts/session'
import { UnitOfWork } from '@weibao/platform'
import { Audit } from '../audit/audit.service.js'
import { AccountMessages } from '../codes/account-messages.js'
import type { Person } from '../people/person.entity.js'
import { SecondFactorRepository } from '../second-factor/second-factor.repository.js'
import { Devices } from './devices.js'
import { Sessions } from './sessions.service.js'

/** What of a browser matters to signing in. */
export interface Browser {
  readonly token: string | undefined
  readonly device: string | undefined
  readonly userAgent: string | undefined
}

export interface SignedIn {
  readonly token: string
  readonly device: string
  readonly session: Session
}

/** Opens the session of a person who has just proved who they are; the second factor may follow. */
@Injectable()
export class Welcome {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: Sessions,
    private readonly secondFactors: SecondFactorRepository,
    private readonly devices: Devices,
    private readonly audit: Audit,
    private readonly messages: AccountMessages,
  ) {}

  /** A device that was not seen before is told to the person, unless they have just registered. */
  async open(person: Person, browser: Browser, isNewPerson = false): Promise<SignedIn> {
    const isStrange = !isNewPerson && this.devices.idOf(browser.device, person) === null
    const { id, token } = await this.unitOfWork.run(async (tx) => {
      const isAwaiting = await this.secondFactors.isEnabled(tx, person.id)
      const opened = await this.sessions.open(tx, person.id, {
        state: isAwaiting ? 'awaiting-second-factor' : 'open',
        userAgent: browser.userAgent,
        oldToken: browser.token,
      })
      await this.audit.record(tx, {
        act: 'session.opened',
        actor: { personId: person.id, sessionId: opened.id },
        object: { kind: 'person', id: person.id },
        after: { awaitsSecondFactor: isAwaiting },
      })
      // Whoever has a second factor is safe from a password alone.
      if (isStrange && !isAwaiting)
        await this.messages.tell(tx, person.id, { kind: 'new-sign-in', agent: browser.userAgent })
      return opened
    })
    return { token, device: this.devices.markOf(person), session: await this.sessions.view(id) }
  }
}
