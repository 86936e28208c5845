import { Injectable } from '@nestjs/common'
import type { AccountSession } from '@weibao/contracts/account'
import { Clock, type Id } from '@weibao/kernel'
import { notFound, UnitOfWork, type Actor } from '@weibao/platform'
import { Audit } from '../audit/audit.service.js'
import { SessionRepository } from './session.repository.js'
import { sessionTimes } from './session.rules.js'

/** Where a person is signed in, and ending that. */
@Injectable()
export class SessionDesk {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly sessions: SessionRepository,
    private readonly audit: Audit,
  ) {}

  async list(actor: Actor): Promise<{ items: AccountSession[] }> {
    const since = new Date(this.clock.now().getTime() - sessionTimes.shopper.idle)
    const found = await this.sessions.list(this.unitOfWork.reader, actor.personId, since)
    return {
      items: found.map(({ id, userAgent, address, createdAt, lastSeenAt }) => ({
        id,
        isCurrent: id === actor.sessionId,
        userAgent,
        address,
        createdAt: createdAt.toISOString(),
        lastSeenAt: lastSeenAt.toISOString(),
      })),
    }
  }

  async end(actor: Actor, id: Id): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      if (!(await this.sessions.delete(tx, id, actor.personId))) throw notFound()
      const object = { kind: 'session', id } as const
      await this.audit.record(tx, { act: 'session.ended', actor, object })
    })
  }

  /** Ends every session of the person, this one too. */
  async endAll(actor: Actor): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const endedSessions = await this.sessions.deleteAll(tx, actor.personId)
      const object = { kind: 'person', id: actor.personId } as const
      const after = { endedSessions }
      await this.audit.record(tx, { act: 'sessions.ended', actor, object, after })
    })
  }
}
