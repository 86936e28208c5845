import { Injectable } from '@nestjs/common'
import { Clock, invariant, newId, type Id } from '@weibao/kernel'
import { refusal, UnitOfWork, type Tx } from '@weibao/platform'
import { Secret, TOTP } from 'otpauth'
import { attemptLimits, Attempts } from '../access/attempts.service.js'
import { newRecoveryCode, Secrets } from '../access/secrets.js'
import { IdentityConfig } from '../identity-config.js'
import type { SecondFactor } from './second-factor.entity.js'
import { SecondFactorRepository } from './second-factor.repository.js'

const STEP_SECONDS = 30
/** Clocks of phones differ: one step before and after is still right. */
const WINDOW = 1
const RECOVERY_CODES = 10
const OFFER_MINUTES = 30

export type Proof =
  { readonly by: 'authenticator' } | { readonly by: 'recovery-code'; left: number }

/** The second factor itself: sealed secrets, codes that are good once, recovery codes. */
@Injectable()
export class SecondFactors {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly config: IdentityConfig,
    private readonly factors: SecondFactorRepository,
    private readonly secrets: Secrets,
    private readonly attempts: Attempts,
  ) {}

  /** A new secret for a person, not in force before its first code; null when one is in force. */
  async offer(tx: Tx, personId: Id): Promise<Secret | null> {
    const secret = new Secret({ size: 20 })
    const sealed = this.secrets.seal(secret.base32, boundTo(personId))
    const isOffered = await this.factors.offer(tx, personId, sealed, this.clock.now())
    return isOffered ? secret : null
  }

  /** Puts an offered secret in force by its first code; gives the recovery codes. */
  async confirm(personId: Id, code: string, then: (tx: Tx) => Promise<void>): Promise<string[]> {
    const factor = await this.factors.find(this.unitOfWork.reader, personId)
    if (factor?.state === 'confirmed') throw refusal('second-factor.enabled')
    if (!factor || this.isStale(factor)) throw refusal('second-factor.not-enabled')
    return this.counted(personId, async (tx) => {
      await this.mustMatch(tx, factor, code)
      await this.factors.confirm(tx, personId, this.clock.now())
      await then(tx)
      return this.renewRecoveryCodes(tx, personId)
    })
  }

  /**
   * Proves the factor by a code of the authenticator or a recovery code, and does what needed the
   * proof in the same transaction. Each code is good once.
   */
  async prove<T>(
    personId: Id,
    code: string,
    then: (tx: Tx, proof: Proof) => Promise<T>,
  ): Promise<T> {
    const factor = await this.factors.find(this.unitOfWork.reader, personId)
    if (factor?.state !== 'confirmed') throw refusal('second-factor.not-enabled')
    return this.counted(personId, async (tx) => {
      if (/^\d{6}$/.test(code)) {
        await this.mustMatch(tx, factor, code)
        return then(tx, { by: 'authenticator' })
      }
      const left = await this.factors.useRecoveryCode(tx, personId, this.hash(personId, code))
      if (left === null) throw refusal('second-factor.refused')
      return then(tx, { by: 'recovery-code', left })
    })
  }

  /** New recovery codes in place of the old, as they are shown once. */
  async renewRecoveryCodes(tx: Tx, personId: Id): Promise<string[]> {
    const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode)
    const stored = codes.map((code) => ({ id: newId(), hash: this.hash(personId, code) }))
    await this.factors.replaceRecoveryCodes(tx, personId, stored, this.clock.now())
    return codes.map((code) => code.replace(/(.{4})(?=.)/g, '$1-'))
  }

  /** Puts a known secret in force: for demonstration accounts, never in production. */
  async adopt(personId: Id, secretBase32: string): Promise<void> {
    invariant(!this.config.isProduction, 'a known second factor in production')
    const sealed = this.secrets.seal(Secret.fromBase32(secretBase32).base32, boundTo(personId))
    await this.unitOfWork.run(async (tx) => {
      await this.factors.delete(tx, personId)
      await this.factors.offer(tx, personId, sealed, this.clock.now())
      await this.factors.confirm(tx, personId, this.clock.now())
    })
  }

  /** Counts the guess outside of the transaction that it decides, so that no rollback forgets it. */
  private async counted<T>(personId: Id, work: (tx: Tx) => Promise<T>): Promise<T> {
    const used = await this.attempts.take(attemptLimits.secondFactor, `second-factor:${personId}`)
    const result = await this.unitOfWork.run(work)
    await this.attempts.giveBack([used])
    return result
  }

  private async mustMatch(tx: Tx, factor: SecondFactor, code: string): Promise<void> {
    const secret = this.secrets.open(factor.secretSealed, boundTo(factor.personId))
    const timestamp = this.clock.now().getTime()
    const totp = totpOf(Secret.fromBase32(secret), '')
    const delta = totp.validate({ token: code, timestamp, window: WINDOW })
    if (delta === null) throw refusal('second-factor.refused')
    const step = Math.floor(timestamp / 1000 / STEP_SECONDS) + delta
    if (!(await this.factors.useStep(tx, factor.personId, step)))
      throw refusal('second-factor.refused')
  }

  private isStale(factor: SecondFactor): boolean {
    return this.clock.now().getTime() - factor.createdAt.getTime() > OFFER_MINUTES * 60_000
  }

  private hash(personId: Id, code: string): Buffer {
    return this.secrets.digest('recovery-code', personId, code)
  }
}

/** The TOTP of RFC 6238 that every authenticator app knows: SHA-1, six digits, thirty seconds. */
export function totpOf(secret: Secret, label: string): TOTP {
  return new TOTP({
    issuer: 'Weibao',
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: STEP_SECONDS,
    secret,
  })
}

function boundTo(personId: Id): string {
  return `second-factor:${personId}`
}
