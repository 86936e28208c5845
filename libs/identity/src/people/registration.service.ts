import { Injectable } from '@nestjs/common'
import type { ChallengeView, Register } from '@weibao/contracts/account'
import { consentVersions } from '@weibao/contracts/consent'
import { invariant, type Id } from '@weibao/kernel'
import { refusal, UnitOfWork } from '@weibao/platform'
import { AccountMessages } from '../codes/account-messages.js'
import { Challenges } from '../codes/challenges.service.js'
import type { Browser, SignedIn } from '../sessions/welcome.service.js'
import { Welcome } from '../sessions/welcome.service.js'
import { Passwords } from './passwords.service.js'
import { People } from './people.service.js'

/**
 * Registering. Whether an account exists is told to the holder of the contact, never to the caller:
 * same answer, same work, another message.
 */
@Injectable()
export class Registration {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly challenges: Challenges,
    private readonly messages: AccountMessages,
    private readonly people: People,
    private readonly passwords: Passwords,
    private readonly welcome: Welcome,
  ) {}

  /** Sends a code, to register or to reset the password. */
  async requestCode(purpose: 'register' | 'reset', contact: string): Promise<ChallengeView> {
    await this.challenges.mustBeFew(contact)
    return this.unitOfWork.run(async (tx) => {
      const person = await this.people.findByContact(tx, contact)
      const isAnswerable = (person === null) === (purpose === 'register')
      const personId = purpose === 'reset' ? (person?.id ?? null) : null
      const beginning = { purpose, contact, personId, isAnswerable }
      const { code, view } = await this.challenges.begin(tx, beginning)
      if (!isAnswerable)
        await this.messages.sendHint(tx, contact, person ? 'account-exists' : 'account-unknown')
      else {
        const kind = purpose === 'register' ? 'verification-code' : 'password-reset'
        await this.messages.sendCode(tx, contact, kind, code)
      }
      return view
    })
  }

  /** Creates the account with the code, and signs in. */
  async register(form: Register, browser: Browser): Promise<SignedIn> {
    mustBeInForce(form.consent)
    this.passwords.mustBeGood(form.password, [])
    const { contact } = await this.challenges.check(form.challengeId, form.code, 'register')
    this.passwords.mustBeGood(form.password, [contact])
    const passwordHash = await this.passwords.hash(form.password)
    const id = await this.create(form, contact, passwordHash)
    const person = await this.people.find(this.unitOfWork.reader, id)
    invariant(person, 'a person who has just registered')
    return this.welcome.open(person, browser, true)
  }

  private async create(form: Register, contact: string, passwordHash: string): Promise<Id> {
    const { challengeId, displayName, locale } = form
    try {
      return await this.unitOfWork.run(async (tx) => {
        await this.challenges.use(tx, challengeId)
        return this.people.insert(tx, { displayName, contacts: [contact], passwordHash, locale })
      })
    } catch (error) {
      // Somebody registered the contact after the code was sent: no word of it to the caller.
      throw People.isContactTaken(error) ? refusal('code.refused') : error
    }
  }
}

/** Refuses consent to texts other than those in force. */
export function mustBeInForce(consent: { terms: string; privacy: string }): void {
  if (consent.terms !== consentVersions.terms || consent.privacy !== consentVersions.privacy)
    throw refusal('consent.outdated')
}
