import { Injectable } from '@nestjs/common'
import { Clock } from '@weibao/kernel'
import {
  Actor,
  Authenticator,
  currentContext,
  sessionCookieName,
  UnitOfWork,
  type Credentials,
  type Membership,
} from '@weibao/platform'
import { IdentityConfig } from '../identity-config.js'
import { MachineKeys } from '../organisations/machine-keys.service.js'
import { SessionRepository, type MembershipRow } from './session.repository.js'
import { isInForce, provedUntil, sessionTimes } from './session.rules.js'
import { Sessions } from './sessions.service.js'

/**
 * Tells who calls, by one indexed statement a request. Nothing is cached: a right taken away is
 * gone with the commit.
 */
@Injectable()
export class SessionAuthenticator extends Authenticator {
  private readonly cookieName: string

  constructor(
    config: IdentityConfig,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly sessions: Sessions,
    private readonly repository: SessionRepository,
    private readonly keys: MachineKeys,
  ) {
    super()
    this.cookieName = sessionCookieName(config)
  }

  async authenticate({ cookies, authorization, locale }: Credentials): Promise<Actor | null> {
    if (authorization?.startsWith('Bearer wbk_'))
      return this.keys.authenticate(authorization.slice('Bearer '.length), locale)
    const session = await this.sessions.find(cookies[this.cookieName])
    if (session?.state !== 'open') return null
    const now = this.clock.now()
    if (now.getTime() - session.lastSeenAt.getTime() > sessionTimes.touch)
      await this.repository.touch(
        this.unitOfWork.reader,
        session.id,
        currentContext()?.address ?? null,
        now,
      )
    const { secondFactorAt } = session
    const inForce = session.memberships.filter((member) => isInForce(member, secondFactorAt))
    return new Actor({
      personId: session.personId,
      sessionId: session.id,
      memberships: inForce.map(toMembership),
      dormant: session.memberships
        .filter((member) => !inForce.includes(member) && isInForce(member, now))
        .map(toMembership),
      secondFactorAt: provedUntil(secondFactorAt, now) ? secondFactorAt : null,
      locale,
      scopes: null,
    })
  }
}

function toMembership({ organisationId, organisationKind, role }: MembershipRow): Membership {
  return { organisationId, organisationKind, role }
}
