import { Injectable } from '@nestjs/common'
import type { Id } from '@weibao/kernel'
import { execute, row, rows, type Reader, type Tx } from '@weibao/platform'
import type { Challenge, ChallengePurpose } from './challenge.entity.js'

const MAX_TRIES = 5

/** All SQL about codes that were sent. */
@Injectable()
export class ChallengeRepository {
  async insert(tx: Tx, challenge: Omit<Challenge, 'tries' | 'usedAt'>): Promise<void> {
    await rows(
      tx,
      `insert into challenges (id, purpose, contact, person_id, code_hash, created_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        challenge.id,
        challenge.purpose,
        challenge.contact,
        challenge.personId,
        challenge.codeHash,
        challenge.createdAt,
        challenge.expiresAt,
      ],
    )
  }

  /** Uses one of the tries; null when the code is used, late, tried out, or for something else. */
  useTry(
    reader: Reader,
    id: Id,
    purpose: ChallengePurpose,
    now: Date,
  ): Promise<Pick<Challenge, 'contact' | 'personId' | 'codeHash'> | null> {
    return row(
      reader,
      `update challenges set tries = tries + 1
       where id = $1 and purpose = $2 and used_at is null and expires_at > $3 and tries < $4
       returning contact, person_id as "personId", code_hash as "codeHash"`,
      [id, purpose, now, MAX_TRIES],
    )
  }

  /** Marks a code as used; false when somebody was first. */
  async use(tx: Tx, id: Id, now: Date): Promise<boolean> {
    const count = await execute(
      tx,
      'update challenges set used_at = $2 where id = $1 and used_at is null',
      [id, now],
    )
    return count === 1
  }

  async deleteExpired(reader: Reader, before: Date): Promise<void> {
    await execute(reader, 'delete from challenges where expires_at < $1', [before])
  }
}
