import { randomBytes } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { Clock } from '@weibao/kernel'
import { isSame, Secrets } from '../access/secrets.js'
import type { Person } from '../people/person.entity.js'

const DAYS = 365
type Known = Pick<Person, 'id' | 'passwordHash'>

/**
 * The mark of a device on which a person has signed in: signed, naming nobody, void when the
 * password changes. Strangers who use up an account's tries do not lock such a device out.
 */
@Injectable()
export class Devices {
  constructor(
    private readonly secrets: Secrets,
    private readonly clock: Clock,
  ) {}

  /** A mark for a cookie. */
  markOf(person: Known): string {
    const id = randomBytes(12).toString('base64url')
    const day = Math.floor(this.clock.now().getTime() / 86_400_000) + DAYS
    return `${id}.${day}.${this.sign(person, id, day).toString('base64url')}`
  }

  /** The device's id when the mark is one of this person's, else null. */
  idOf(mark: string | undefined, person: Known | null): string | null {
    const match = /^([\w-]{16})\.(\d{5})\.([\w-]{43})$/.exec(mark ?? '')
    if (!match || !person) return null
    const [, id = '', day = '', signature = ''] = match
    if (Number(day) * 86_400_000 < this.clock.now().getTime()) return null
    const expected = this.sign(person, id, Number(day))
    return isSame(Buffer.from(signature, 'base64url'), expected) ? id : null
  }

  private sign(person: Known, id: string, day: number): Buffer {
    return this.secrets.digest('device', person.id, person.passwordHash ?? '', id, String(day))
  }
}
