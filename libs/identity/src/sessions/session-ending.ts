import { Injectable } from '@nestjs/common'
import type { Id } from '@weibao/kernel'
import { refusal, type Tx } from '@weibao/platform'
import { SecondFactorRepository } from '../second-factor/second-factor.repository.js'
import { SessionRepository } from './session.repository.js'

/** Ends what a person is signed in by. */
@Injectable()
export class SessionEnding {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly factors: SecondFactorRepository,
  ) {}

  async endAll(tx: Tx, personId: Id): Promise<void> {
    await this.sessions.deleteAll(tx, personId)
  }

  async takeSecondFactor(tx: Tx, personId: Id): Promise<void> {
    if (!(await this.factors.isEnabled(tx, personId))) throw refusal('second-factor.not-enabled')
    await this.factors.delete(tx, personId)
    await this.sessions.deleteAll(tx, personId)
  }
}
