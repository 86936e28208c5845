import { Injectable, Logger } from '@nestjs/common'
import type { SignIn as SignInForm } from '@weibao/contracts/session'
import { currentContext, refusal, UnitOfWork } from '@weibao/platform'
import { callerNetwork, coarseNetwork } from '../access/address.js'
import { attemptLimits, Attempts, type Attempted } from '../access/attempts.service.js'
import { Passwords } from '../people/passwords.service.js'
import type { Person } from '../people/person.entity.js'
import { PersonRepository } from '../people/person.repository.js'
import { Devices } from './devices.js'
import { Welcome, type Browser, type SignedIn } from './welcome.service.js'

/** Signing in by contact and password. The unknown account takes the same steps as the known one. */
@Injectable()
export class SignIn {
  private readonly log = new Logger('sign-in')

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly people: PersonRepository,
    private readonly passwords: Passwords,
    private readonly attempts: Attempts,
    private readonly devices: Devices,
    private readonly welcome: Welcome,
  ) {}

  async signIn({ contact, password }: SignInForm, browser: Browser): Promise<SignedIn> {
    const person = await this.people.findByContact(this.unitOfWork.reader, contact)
    const used = await this.useUpTries(person, contact, browser)
    const isRight = await this.passwords.isRight(person?.passwordHash, password)
    if (!isRight || !person) {
      const network = coarseNetwork(currentContext()?.address)
      this.log.warn({ personId: person?.id ?? null, network }, 'sign-in refused')
      throw refusal('sign-in.refused')
    }
    await this.attempts.giveBack(used)
    if (person.state !== 'active') throw refusal('account.suspended')
    return this.welcome.open(person, browser)
  }

  private async useUpTries(
    person: Person | null,
    contact: string,
    browser: Browser,
  ): Promise<Attempted[]> {
    const device = this.devices.idOf(browser.device, person)
    const account = person?.id ?? this.attempts.nameOf(contact)
    const key = device ? `password:device:${device}` : `password:account:${account}`
    const ofAddress = await this.attempts.take(
      attemptLimits.passwordFromAddress,
      `password:address:${callerNetwork()}`,
    )
    return [ofAddress, await this.attempts.take(attemptLimits.passwordOfAccount, key)]
  }
}
