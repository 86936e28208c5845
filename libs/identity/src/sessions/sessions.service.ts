import { Injectable, type OnModuleInit } from '@nestjs/common'
import type { Session } from '@weibao/contracts/session'
import { Clock, newId, type Id } from '@weibao/kernel'
import { currentContext, Jobs, refusal, UnitOfWork, type Tx } from '@weibao/platform'
import { newToken, tokenHash } from '../access/secrets.js'
import type { SessionState } from './session.entity.js'
import { SessionRepository, type SessionRow } from './session.repository.js'
import {
  isAlive,
  isInForce,
  isOfAdministration,
  provedUntil,
  sessionTimes,
} from './session.rules.js'

const MAX_SESSIONS = 50
const MAX_USER_AGENT = 300

export const anonymous: Session = {
  state: 'anonymous',
  person: null,
  memberships: [],
  secondFactor: { isEnabled: false, isRequired: false, provedUntil: null },
}

/** Server-side sessions: the browser holds an opaque token, the table only its hash. */
@Injectable()
export class Sessions implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly sessions: SessionRepository,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every(3600, 'forget-ended-sessions', () => this.forgetEnded())
  }

  /** Opens a session and gives its token; whatever session the browser came with ends. */
  async open(
    tx: Tx,
    personId: Id,
    { state, userAgent, oldToken }: OpeningSession,
  ): Promise<{ id: Id; token: string }> {
    const now = this.clock.now()
    const [id, token] = [newId(), newToken()]
    if (oldToken) await this.sessions.deleteByToken(tx, tokenHash(oldToken))
    await this.sessions.insert(tx, {
      id,
      tokenHash: tokenHash(token),
      personId,
      state,
      secondFactorAt: null,
      userAgent: userAgent?.slice(0, MAX_USER_AGENT) ?? null,
      address: currentContext()?.address ?? null,
      createdAt: now,
      lastSeenAt: now,
    })
    await this.sessions.deleteBeyond(tx, personId, MAX_SESSIONS)
    return { id, token }
  }

  /** The living session of a token, in whatever state, of an active person; else null. */
  async find(token: string | undefined): Promise<SessionRow | null> {
    if (!token || token.length > 100) return null
    const found = await this.sessions.findByToken(this.unitOfWork.reader, tokenHash(token))
    if (!found || found.personState !== 'active') return null
    return isAlive(found, this.clock.now()) ? found : null
  }

  /** The session of a request being served. */
  async get(id: Id): Promise<SessionRow> {
    const found = await this.sessions.findById(this.unitOfWork.reader, id)
    if (!found) throw refusal('access.sign-in-needed')
    return found
  }

  /** Marks the second factor as proved; the session goes on under another token. */
  async prove(tx: Tx, id: Id): Promise<string> {
    const token = newToken()
    await this.sessions.setProved(tx, id, tokenHash(token), this.clock.now())
    return token
  }

  /** Gives a session another token, because what it may do has changed. */
  async renew(tx: Tx, id: Id): Promise<string> {
    const token = newToken()
    await this.sessions.setToken(tx, id, tokenHash(token))
    return token
  }

  /** What the browser may know of its session. */
  async view(id: Id): Promise<Session> {
    const found = await this.sessions.findById(this.unitOfWork.reader, id)
    return found ? this.toView(found) : anonymous
  }

  toView(session: SessionRow): Session {
    const { secondFactorAt } = session
    const isRequired = isOfAdministration(session.memberships)
    const isEnabled = session.hasSecondFactor
    if (session.state !== 'open')
      return {
        ...anonymous,
        state: 'awaiting-second-factor',
        secondFactor: { isEnabled, isRequired: false, provedUntil: null },
      }
    return {
      state: 'signed-in',
      person: {
        id: session.personId,
        displayName: session.displayName,
        locale: session.locale,
        email: session.email,
        mobile: session.mobile,
      },
      memberships: session.memberships.map((member) => ({
        memberId: member.memberId,
        organisationId: member.organisationId,
        organisationKind: member.organisationKind,
        organisationStatus: member.organisationStatus,
        name: { zh: member.nameZh, en: member.nameEn },
        shortName: { zh: member.shortNameZh, en: member.shortNameEn },
        isDemonstration: member.isDemonstration,
        role: member.role,
        isInForce: isInForce(member, secondFactorAt),
      })),
      secondFactor: {
        isEnabled,
        isRequired,
        provedUntil: provedUntil(secondFactorAt, this.clock.now())?.toISOString() ?? null,
      },
    }
  }

  async end(token: string | undefined): Promise<void> {
    if (token) await this.sessions.deleteByToken(this.unitOfWork.reader, tokenHash(token))
  }

  private async forgetEnded(): Promise<void> {
    const now = this.clock.now().getTime()
    const { idle, absolute } = sessionTimes.shopper
    await this.sessions.deleteOlder(
      this.unitOfWork.reader,
      new Date(now - idle),
      new Date(now - absolute),
    )
  }
}

interface OpeningSession {
  readonly state: SessionState
  readonly userAgent: string | undefined
  /** The token the browser came with. */
  readonly oldToken: string | undefined
}
