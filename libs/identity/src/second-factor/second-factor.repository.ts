import { Injectable } from '@nestjs/common'
import type { Id } from '@weibao/kernel'
import { execute, row, rows, type Reader, type Tx } from '@weibao/platform'
import type { SecondFactor } from './second-factor.entity.js'

const COLUMNS = `person_id as "personId", secret_sealed as "secretSealed", state,
  last_step as "lastStep", created_at as "createdAt", confirmed_at as "confirmedAt"`

/** All SQL about second factors and recovery codes. */
@Injectable()
export class SecondFactorRepository {
  find(reader: Reader, personId: Id): Promise<SecondFactor | null> {
    return row<SecondFactor>(reader, `select ${COLUMNS} from second_factors where person_id = $1`, [
      personId,
    ])
  }

  async isEnabled(reader: Reader, personId: Id): Promise<boolean> {
    return (await this.find(reader, personId))?.state === 'confirmed'
  }

  /** Writes an offered secret; an earlier offer is replaced, a confirmed factor is not. */
  async offer(tx: Tx, personId: Id, secretSealed: Buffer, now: Date): Promise<boolean> {
    const count = await execute(
      tx,
      `insert into second_factors as f (person_id, secret_sealed, state, created_at)
       values ($1, $2, 'offered', $3)
       on conflict (person_id) do update set secret_sealed = excluded.secret_sealed,
         created_at = excluded.created_at, last_step = 0 where f.state = 'offered'
       returning person_id`,
      [personId, secretSealed, now],
    )
    return count === 1
  }

  async confirm(tx: Tx, personId: Id, now: Date): Promise<void> {
    await execute(
      tx,
      `update second_factors set state = 'confirmed', confirmed_at = $2
       where person_id = $1 and state = 'offered'`,
      [personId, now],
    )
  }

  /** Uses up a step; false when it, or a later one, was used before. */
  async useStep(tx: Tx, personId: Id, step: number): Promise<boolean> {
    const count = await execute(
      tx,
      'update second_factors set last_step = $2 where person_id = $1 and last_step < $2',
      [personId, step],
    )
    return count === 1
  }

  async delete(tx: Tx, personId: Id): Promise<void> {
    await execute(tx, 'delete from recovery_codes where person_id = $1', [personId])
    await execute(tx, 'delete from second_factors where person_id = $1', [personId])
  }

  async replaceRecoveryCodes(
    tx: Tx,
    personId: Id,
    codes: readonly { id: Id; hash: Buffer }[],
    now: Date,
  ): Promise<void> {
    await execute(tx, 'delete from recovery_codes where person_id = $1', [personId])
    for (const { id, hash } of codes)
      await rows(
        tx,
        `insert into recovery_codes (id, person_id, code_hash, created_at) values ($1, $2, $3, $4)`,
        [id, personId, hash, now],
      )
  }

  /** Uses up a recovery code; how many are left, or null when there is no such one. */
  async useRecoveryCode(tx: Tx, personId: Id, hash: Buffer): Promise<number | null> {
    const count = await execute(
      tx,
      'delete from recovery_codes where person_id = $1 and code_hash = $2',
      [personId, hash],
    )
    return count === 1 ? this.countRecoveryCodes(tx, personId) : null
  }

  async countRecoveryCodes(reader: Reader, personId: Id): Promise<number> {
    const found = await row<{ count: number }>(
      reader,
      'select count(*) from recovery_codes where person_id = $1',
      [personId],
    )
    return found?.count ?? 0
  }
}
