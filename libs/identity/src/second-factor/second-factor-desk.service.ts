import { Injectable } from '@nestjs/common'
import { refusal, UnitOfWork, type Actor } from '@weibao/platform'
import { toString as toQrCode } from 'qrcode'
import { CredentialCheck } from '../people/credentials.service.js'
import { isOfAdministration } from '../sessions/session.rules.js'
import { Sessions } from '../sessions/sessions.service.js'
import { SecondFactorRecords } from './second-factor-records.js'
import { SecondFactorRepository } from './second-factor.repository.js'
import { SecondFactors, totpOf } from './second-factors.service.js'

/** What a person does with their second factor. */
@Injectable()
export class SecondFactorDesk {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly factors: SecondFactors,
    private readonly repository: SecondFactorRepository,
    private readonly credentials: CredentialCheck,
    private readonly sessions: Sessions,
    private readonly records: SecondFactorRecords,
  ) {}

  async offer(
    actor: Actor,
    password: string,
  ): Promise<{ secret: string; uri: string; qrCode: string }> {
    const person = await this.credentials.mustKnowPassword(actor, password)
    const secret = await this.unitOfWork.run((tx) => this.factors.offer(tx, person.id))
    if (!secret) throw refusal('second-factor.enabled')
    const uri = totpOf(secret, person.email ?? person.mobile ?? person.displayName).toString()
    const svg = await toQrCode(uri, { type: 'svg', margin: 1 })
    const qrCode = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
    return { secret: secret.base32, uri, qrCode }
  }

  /** Puts the factor in force; the session goes on, proved, under another token. */
  async confirm(actor: Actor, code: string): Promise<{ token: string; recoveryCodes: string[] }> {
    let token = ''
    const recoveryCodes = await this.factors.confirm(actor.personId, code, async (tx) => {
      token = await this.sessions.prove(tx, actor.sessionId!)
      await this.records.added(tx, actor)
    })
    return { token, recoveryCodes }
  }

  async renewRecoveryCodes(actor: Actor, password: string, code: string): Promise<string[]> {
    await this.credentials.mustKnowPassword(actor, password)
    return this.factors.prove(actor.personId, code, async (tx, proof) => {
      await this.records.proved(tx, actor, proof)
      await this.records.codesRenewed(tx, actor)
      return this.factors.renewRecoveryCodes(tx, actor.personId)
    })
  }

  async remove(actor: Actor, password: string, code: string): Promise<void> {
    await this.credentials.mustKnowPassword(actor, password)
    const session = await this.sessions.get(actor.sessionId!)
    if (isOfAdministration(session.memberships)) throw refusal('second-factor.required')
    await this.factors.prove(actor.personId, code, async (tx) => {
      await this.repository.delete(tx, actor.personId)
      await this.records.removed(tx, actor)
    })
  }

  /** Completes signing in, or proves the factor again; the session goes on under another token. */
  async proveSession(oldToken: string | undefined, code: string): Promise<ProvedSession> {
    const session = await this.sessions.find(oldToken)
    if (!session) throw refusal('access.sign-in-needed')
    const actor = { personId: session.personId, sessionId: session.id }
    const token = await this.factors.prove(session.personId, code, async (tx, proof) => {
      await this.records.proved(tx, actor, proof)
      return this.sessions.prove(tx, session.id)
    })
    return { token, sessionId: session.id }
  }
}

export interface ProvedSession {
  readonly token: string
  readonly sessionId: string
}
