import { randomBytes } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { Injectable, type OnModuleInit } from '@nestjs/common'
import { hash, verify } from '@node-rs/argon2'
import { refusal } from '@weibao/platform'
import { isCommonPassword } from './common-passwords.js'

/** argon2id (the library's default kind), OWASP's parameters: 19 MiB, two passes, one lane. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
/** Four at most, and one core left to everybody else. */
const AT_ONCE = Math.max(1, Math.min(4, availableParallelism() - 1))
const MAX_WAITING = 100

/** Hashes and checks passwords, a few at a time, so that guessing cannot stall the site. */
@Injectable()
export class Passwords implements OnModuleInit {
  private running = 0
  private readonly waiting: (() => void)[] = []
  private decoy = ''

  async onModuleInit(): Promise<void> {
    this.decoy = await hash(randomBytes(32), PARAMETERS)
  }

  /** The hash to store. The password goes in as it is: not trimmed, not normalised, not cut. */
  hash(password: string): Promise<string> {
    return this.inTurn(() => hash(password, PARAMETERS))
  }

  /** Whether it is the password; without a hash it takes the same time and is false. */
  async isRight(passwordHash: string | null | undefined, password: string): Promise<boolean> {
    const isMatch = await this.inTurn(() => verify(passwordHash ?? this.decoy, password))
    return isMatch && Boolean(passwordHash)
  }

  /** Refuses a new password that is among the most common, or is the account's own contact. */
  mustBeGood(password: string, contacts: readonly (string | null)[], path = 'password'): void {
    const plain = password.toLowerCase()
    const isContact = contacts.some((contact) => {
      const digits = contact?.replace(/^\+86/, '')
      return contact && (plain === contact || plain === digits || plain === contact.split('@')[0])
    })
    const code = isContact
      ? 'field.password-is-contact'
      : isCommonPassword(password)
        ? 'field.password-common'
        : null
    if (code) throw refusal('request.invalid', {}, { fields: [{ path, code }] })
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= AT_ONCE) {
      if (this.waiting.length >= MAX_WAITING)
        throw refusal('service.busy', {}, { retryAfterSeconds: 2 })
      await new Promise<void>((resolve) => this.waiting.push(resolve))
    } else this.running++
    try {
      return await work()
    } finally {
      const next = this.waiting.shift()
      if (next) next()
      else this.running--
    }
  }
}
