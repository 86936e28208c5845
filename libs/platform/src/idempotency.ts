import { createHash } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { underLease } from './lease.js'
import { refusal } from './refusal.js'
import { execute, row } from './sql.js'
import { UnitOfWork } from './unit-of-work.js'

/** After a crash the same request may run again this soon. */
const LEASE_SECONDS = 8
const RENEW_SECONDS = 3
const KEY = /^[A-Za-z0-9_-]{8,100}$/

export interface StoredAnswer {
  readonly status: number
  readonly body: unknown
}

/**
 * One effect for one key: the first request runs, its twin waits with 409 or gets the stored
 * answer, another request under the key is refused. A refusal (4xx) frees the key; a crash frees it
 * when the lease ends, and the effect itself must then be unique by the key (see ordering).
 */
@Injectable()
export class Idempotency {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The key of a header, checked; null when absent. */
  readKey(header: string | string[] | undefined, isRequired: boolean): string | null {
    if (header === undefined && !isRequired) return null
    if (typeof header !== 'string' || !KEY.test(header)) throw refusal('idempotency.key-needed')
    return header
  }

  /** Claims a key. The stored answer when the same request was done; null when it is ours to run. */
  async claim(owner: string, key: string, request: unknown): Promise<StoredAnswer | null> {
    const hash = createHash('sha256').update(JSON.stringify(request)).digest('hex')
    const claimed = await row<{ owner: string }>(
      this.unitOfWork.reader,
      `insert into idempotency_keys as k (owner, key, request_hash, leased_until)
       values ($1, $2, $3, now() + make_interval(secs => $4))
       on conflict (owner, key) do update set leased_until = excluded.leased_until
         where k.state = 'running' and k.leased_until < now() and k.request_hash = excluded.request_hash
       returning owner`,
      [owner, key, hash, LEASE_SECONDS],
    )
    if (claimed) return null
    const found = await row<{
      request_hash: string
      state: string
      status: number
      answer: unknown
    }>(
      this.unitOfWork.reader,
      'select request_hash, state, status, answer from idempotency_keys where owner = $1 and key = $2',
      [owner, key],
    )
    if (found && found.request_hash !== hash) throw refusal('idempotency.key-reused')
    if (found?.state === 'done') return { status: found.status, body: found.answer }
    throw refusal('idempotency.in-progress', {}, { retryAfterSeconds: 1 })
  }

  /** Runs what a claimed key stands for; the key stays claimed for as long as that takes. */
  hold<T>(owner: string, key: string, work: () => Promise<T>): Promise<T> {
    const renew = () =>
      execute(
        this.unitOfWork.reader,
        `update idempotency_keys set leased_until = now() + make_interval(secs => $3)
         where owner = $1 and key = $2 and state = 'running'`,
        [owner, key, LEASE_SECONDS],
      )
    return underLease(RENEW_SECONDS, renew, work)
  }

  async complete(owner: string, key: string, answer: StoredAnswer): Promise<void> {
    await execute(
      this.unitOfWork.reader,
      `update idempotency_keys set state = 'done', status = $3, answer = $4 where owner = $1 and key = $2`,
      [owner, key, answer.status, JSON.stringify(answer.body ?? null)],
    )
  }

  /** Frees a key whose request was refused, so that a corrected or later one may run. */
  async release(owner: string, key: string): Promise<void> {
    await execute(
      this.unitOfWork.reader,
      `delete from idempotency_keys where owner = $1 and key = $2 and state = 'running'`,
      [owner, key],
    )
  }

  /** Forgets keys older than two days. */
  async forgetOld(): Promise<void> {
    await execute(
      this.unitOfWork.reader,
      `delete from idempotency_keys where created_at < now() - interval '2 days'`,
    )
  }
}
