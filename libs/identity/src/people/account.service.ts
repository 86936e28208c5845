import { Injectable } from '@nestjs/common'
import type { Account } from '@weibao/contracts/account'
import type { Locale } from '@weibao/contracts/basics'
import { consentVersions } from '@weibao/contracts/consent'
import { Clock, invariant, newId, type Id } from '@weibao/kernel'
import { UnitOfWork, type Actor } from '@weibao/platform'
import { Devices } from '../sessions/devices.js'
import { Sessions } from '../sessions/sessions.service.js'
import { AccountRepository } from './account.repository.js'
import { CredentialCheck, PasswordSetting } from './credentials.service.js'
import { Passwords } from './passwords.service.js'
import { PersonRepository } from './person.repository.js'
import { mustBeInForce } from './registration.service.js'

/** What a person sees and changes of their own account. */
@Injectable()
export class AccountDesk {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly accounts: AccountRepository,
    private readonly people: PersonRepository,
  ) {}

  async view(personId: Id): Promise<Account> {
    const account = await this.accounts.find(this.unitOfWork.reader, personId)
    invariant(account, 'the account of a person signed in')
    const inForce = (kind: 'terms' | 'privacy') =>
      account.consents.some(
        (given) =>
          given.kind === kind && given.version === consentVersions[kind] && !given.withdrawnAt,
      )
    return {
      id: account.id,
      displayName: account.displayName,
      locale: account.locale,
      email: account.email,
      mobile: account.mobile,
      createdAt: account.createdAt.toISOString(),
      passwordChangedAt: account.passwordChangedAt?.toISOString() ?? null,
      consents: account.consents.map((given) => ({
        kind: given.kind,
        version: given.version,
        givenAt: new Date(given.givenAt).toISOString(),
        withdrawnAt: given.withdrawnAt ? new Date(given.withdrawnAt).toISOString() : null,
      })),
      isConsentOutdated: !inForce('terms') || !inForce('privacy'),
      secondFactor: {
        isEnabled: account.secondFactorAt !== null,
        enabledAt: account.secondFactorAt?.toISOString() ?? null,
        recoveryCodesLeft: account.recoveryCodesLeft,
      },
    }
  }

  async edit(
    actor: Actor,
    { displayName, locale }: { displayName?: string | undefined; locale?: Locale | undefined },
  ): Promise<Account> {
    await this.unitOfWork.run((tx) =>
      this.people.setProfile(tx, actor.personId, displayName ?? null, locale ?? null),
    )
    return this.view(actor.personId)
  }

  async consent(actor: Actor, consent: { terms: string; privacy: string }): Promise<Account> {
    mustBeInForce(consent)
    const givenAt = this.clock.now()
    const consents = (['terms', 'privacy'] as const).map((kind) => ({
      id: newId(),
      personId: actor.personId,
      kind,
      version: consent[kind],
      givenAt,
    }))
    await this.unitOfWork.run((tx) => this.people.addConsents(tx, consents))
    return this.view(actor.personId)
  }
}

/** Changing the password while signed in. */
@Injectable()
export class PasswordChange {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly credentials: CredentialCheck,
    private readonly passwords: Passwords,
    private readonly setting: PasswordSetting,
    private readonly sessions: Sessions,
    private readonly devices: Devices,
  ) {}

  /** Sets another password; this session goes on under another token, all others end. */
  async change(
    actor: Actor,
    { currentPassword, newPassword }: { currentPassword: string; newPassword: string },
  ): Promise<{ token: string; device: string }> {
    const { id, email, mobile } = await this.credentials.mustKnowPassword(actor, currentPassword)
    this.passwords.mustBeGood(newPassword, [email, mobile], 'newPassword')
    const passwordHash = await this.passwords.hash(newPassword)
    const token = await this.unitOfWork.run(async (tx) => {
      const keptSessionId = actor.sessionId
      const act = 'password.changed'
      await this.setting.set(tx, { personId: id, passwordHash, keptSessionId, act })
      return this.sessions.renew(tx, actor.sessionId!)
    })
    return { token, device: this.devices.markOf({ id, passwordHash }) }
  }
}
