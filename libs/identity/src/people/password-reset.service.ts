import { Injectable } from '@nestjs/common'
import type { Id } from '@weibao/kernel'
import { refusal, UnitOfWork } from '@weibao/platform'
import { Challenges } from '../codes/challenges.service.js'
import { Devices } from '../sessions/devices.js'
import { PasswordSetting } from './credentials.service.js'
import { Passwords } from './passwords.service.js'
import { PersonRepository } from './person.repository.js'

/** A new password by a code: every session ends; the second factor, where there is one, stays. */
@Injectable()
export class PasswordReset {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly challenges: Challenges,
    private readonly people: PersonRepository,
    private readonly passwords: Passwords,
    private readonly setting: PasswordSetting,
    private readonly devices: Devices,
  ) {}

  /** Gives the mark of a device that strangers cannot lock out: its holder has the contact. */
  async reset(form: { challengeId: Id; code: string; password: string }): Promise<string> {
    this.passwords.mustBeGood(form.password, [])
    const { personId } = await this.challenges.check(form.challengeId, form.code, 'reset')
    const person = personId && (await this.people.findById(this.unitOfWork.reader, personId))
    if (!person || person.state === 'erased') throw refusal('code.refused')
    this.passwords.mustBeGood(form.password, [person.email, person.mobile])
    const passwordHash = await this.passwords.hash(form.password)
    await this.unitOfWork.run(async (tx) => {
      await this.challenges.use(tx, form.challengeId)
      await this.setting.set(tx, {
        personId: person.id,
        passwordHash,
        keptSessionId: null,
        act: 'password.reset',
      })
    })
    return this.devices.markOf({ id: person.id, passwordHash })
  }
}
