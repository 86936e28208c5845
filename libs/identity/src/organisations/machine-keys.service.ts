import { Injectable } from '@nestjs/common'
import type { Locale } from '@weibao/contracts/basics'
import { keeperRoleOf } from '@weibao/contracts/permissions'
import { Clock } from '@weibao/kernel'
import { Actor, UnitOfWork } from '@weibao/platform'
import { tokenHash } from '../access/secrets.js'
import { MachineKeyRepository } from './machine-key.repository.js'

const TOUCH_MILLIS = 60_000

/** Keys by which an organisation's own systems call: `Authorization: Bearer wbk_…`. */
@Injectable()
export class MachineKeys {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly keys: MachineKeyRepository,
  ) {}

  /**
   * The actor of a key: itself, not the person who made it, within one organisation and the scopes
   * of the key. Null when there is no such key, or it has ended.
   */
  async authenticate(token: string, locale: Locale): Promise<Actor | null> {
    if (token.length > 100) return null
    const now = this.clock.now()
    const key = await this.keys.findInForce(this.unitOfWork.reader, tokenHash(token), now)
    if (!key) return null
    if (!key.lastUsedAt || now.getTime() - key.lastUsedAt.getTime() > TOUCH_MILLIS)
      await this.keys.touch(this.unitOfWork.reader, key.id, now)
    const { organisationId, organisationKind } = key
    return new Actor({
      personId: key.id,
      sessionId: null,
      memberships: [{ organisationId, organisationKind, role: keeperRoleOf[organisationKind] }],
      secondFactorAt: null,
      locale,
      scopes: key.scopes,
    })
  }
}
