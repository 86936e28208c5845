import { Injectable } from '@nestjs/common'
import type { OrganisationKind, Permission } from '@weibao/contracts/permissions'
import type { Id } from '@weibao/kernel'
import { execute, row, rows, type Reader, type Tx } from '@weibao/platform'
import type { MachineKey } from './machine-key.entity.js'

export interface KeyInForce {
  id: Id
  organisationId: Id
  organisationKind: OrganisationKind
  scopes: Permission[]
  lastUsedAt: Date | null
}

export type KeyRow = Omit<MachineKey, 'tokenHash'>

const COLUMNS = `id, organisation_id as "organisationId", name, token_hint as "tokenHint", scopes,
  created_by as "createdBy", created_at as "createdAt", expires_at as "expiresAt",
  last_used_at as "lastUsedAt", revoked_at as "revokedAt"`

/** All SQL about keys of machine clients. */
@Injectable()
export class MachineKeyRepository {
  /** The one statement of a machine client's request. */
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

  async insert(tx: Tx, key: Omit<MachineKey, 'lastUsedAt' | 'revokedAt'>): Promise<void> {
    await rows(
      tx,
      `insert into machine_keys (id, organisation_id, name, token_hash, token_hint, scopes,
         created_by, created_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        key.id,
        key.organisationId,
        key.name,
        key.tokenHash,
        key.tokenHint,
        key.scopes,
        key.createdBy,
        key.createdAt,
        key.expiresAt,
      ],
    )
  }

  list(reader: Reader, organisationId: Id): Promise<KeyRow[]> {
    return rows<KeyRow>(
      reader,
      `select ${COLUMNS} from machine_keys where organisation_id = $1 order by id desc limit 100`,
      [organisationId],
    )
  }

  async countInForce(tx: Tx, organisationId: Id, now: Date): Promise<number> {
    const found = await row<{ count: number }>(
      tx,
      `select count(*) from machine_keys
       where organisation_id = $1 and revoked_at is null and expires_at > $2`,
      [organisationId, now],
    )
    return found?.count ?? 0
  }

  /** Ends a key; the key as it is then, or null when there is none of the organisation. */
  async revoke(tx: Tx, id: Id, organisationId: Id, now: Date): Promise<KeyRow | null> {
    return row<KeyRow>(
      tx,
      `update machine_keys set revoked_at = coalesce(revoked_at, $3)
       where id = $1 and organisation_id = $2 returning ${COLUMNS}`,
      [id, organisationId, now],
    )
  }

  /** Ends every key that a person made. */
  async revokeOfPerson(tx: Tx, personId: Id, now: Date): Promise<void> {
    await execute(
      tx,
      'update machine_keys set revoked_at = $2 where created_by = $1 and revoked_at is null',
      [personId, now],
    )
  }
}
