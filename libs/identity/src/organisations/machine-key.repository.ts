import { Injectable } from '@nestjs/common'
import type { OrganisationKind, Permission } from '@weibao/contracts/permissions'
import type { Id } from '@weibao/kernel'
import { execute, row, type Reader } from '@weibao/platform'

export interface KeyInForce {
  id: Id
  organisationId: Id
  organisationKind: OrganisationKind
  scopes: Permission[]
  lastUsedAt: Date | null
}

/** All SQL about keys of machine clients. */
@Injectable()
export class MachineKeyRepository {
  findInForce(reader: Reader, tokenHash: Buffer, now: Date): Promise<KeyInForce | null> {
    return row<KeyInForce>(
      reader,
      `select k.id, k.organisation_id as "organisationId", o.kind as "organisationKind", k.scopes,
         k.last_used_at as "lastUsedAt"
       from machine_keys k join organisations o on o.id = k.organisation_id
       where k.token_hash = $1 and k.revoked_at is null and k.expires_at > $2
         and o.status = 'approved'`,
      [tokenHash, now],
    )
  }

  async touch(reader: Reader, id: Id, now: Date): Promise<void> {
    await execute(reader, 'update machine_keys set last_used_at = $2 where id = $1', [id, now])
  }
}
