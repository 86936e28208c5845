import { Injectable, type OnModuleInit } from '@nestjs/common'
import type { ChallengeView } from '@weibao/contracts/account'
import { channelOf } from '@weibao/contracts/contact'
import { Clock, newId, type Id } from '@weibao/kernel'
import { Jobs, refusal, UnitOfWork, type Tx } from '@weibao/platform'
import { callerNetwork } from '../access/address.js'
import { attemptLimits, Attempts } from '../access/attempts.service.js'
import { isSame, newCode, Secrets } from '../access/secrets.js'
import type { ChallengePurpose } from './challenge.entity.js'
import { ChallengeRepository } from './challenge.repository.js'

export const CODE_MINUTES = 10

export interface Proved {
  readonly contact: string
  readonly personId: Id | null
}

interface Beginning {
  readonly purpose: ChallengePurpose
  readonly contact: string
  readonly personId: Id | null
  /** False: nothing can be proved here; the message says why, and no code will be right. */
  readonly isAnswerable: boolean
}

/** Six-digit codes: random, hashed, ten minutes, five tries, good once, bound to their request. */
@Injectable()
export class Challenges implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly challenges: ChallengeRepository,
    private readonly secrets: Secrets,
    private readonly attempts: Attempts,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every(3600, 'forget-old-codes', () => {
      const dayAgo = new Date(this.clock.now().getTime() - 86_400_000)
      return this.challenges.deleteExpired(this.unitOfWork.reader, dayAgo)
    })
  }

  /** Refuses when too many messages went to the contact, or were asked for from here. */
  async mustBeFew(contact: string): Promise<void> {
    await this.attempts.take(attemptLimits.codesFromAddress, `codes:address:${callerNetwork()}`)
    const name = this.attempts.nameOf(contact)
    await this.attempts.take(attemptLimits.codesToContact, `codes:contact:${name}`)
  }

  /** Makes a code to be sent. Whatever the case, the same is written and answered. */
  async begin(
    tx: Tx,
    { purpose, contact, personId, isAnswerable }: Beginning,
  ): Promise<{ code: string; view: ChallengeView }> {
    const [id, code, createdAt] = [newId(), newCode(), this.clock.now()]
    const expiresAt = new Date(createdAt.getTime() + CODE_MINUTES * 60_000)
    const codeHash = isAnswerable ? this.hash(id, code) : null
    await this.challenges.insert(tx, {
      id,
      purpose,
      contact,
      personId,
      codeHash,
      createdAt,
      expiresAt,
    })
    const channel = channelOf(contact)
    return { code, view: { challengeId: id, channel, expiresAt: expiresAt.toISOString() } }
  }

  /** Checks a code, at the cost of a try that no rollback gives back. `use` it in the deciding Tx. */
  async check(id: Id, code: string, purpose: ChallengePurpose): Promise<Proved> {
    const { reader } = this.unitOfWork
    const found = await this.challenges.useTry(reader, id, purpose, this.clock.now())
    if (!found?.codeHash || !isSame(found.codeHash, this.hash(id, code)))
      throw refusal('code.refused')
    return { contact: found.contact, personId: found.personId }
  }

  /** Uses a checked code up; refuses when it was used meanwhile. */
  async use(tx: Tx, id: Id): Promise<void> {
    if (!(await this.challenges.use(tx, id, this.clock.now()))) throw refusal('code.refused')
  }

  private hash(id: Id, code: string): Buffer {
    return this.secrets.digest('code', id, code)
  }
}
