import { Injectable, Logger } from '@nestjs/common'
import type { Id } from '@weibao/kernel'
import { underLease } from './lease.js'
import { Outbox } from './outbox.js'
import { execute, rows } from './sql.js'
import { UnitOfWork } from './unit-of-work.js'

interface OutboxRow {
  id: Id
  event_id: Id
  kind: string
  subscriber: string
  payload: never
  attempts: number
}

const BATCH = 24
/** Handlers mostly wait for somebody else; more at once would take the pool's connections. */
const AT_ONCE = 6
/** What a killed worker had taken is handed over by another this soon. */
const LEASE_SECONDS = 15
const RENEW_SECONDS = 5
export const MAX_ATTEMPTS = 10
/** 2, 4, 8 … seconds, ten minutes at most. */
const backOffSeconds = (attempt: number) => Math.min(600, 2 ** attempt) * (0.75 + Math.random() / 2)

/**
 * Takes outbox rows with SKIP LOCKED under a lease and hands them over, several at once and in no
 * promised order; any number of relays may run.
 */
@Injectable()
export class OutboxRelay {
  private readonly log = new Logger('outbox')

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
  ) {}

  /** Hands over one batch; how many rows it took. */
  async deliverBatch(): Promise<number> {
    const batch = await rows<OutboxRow>(
      this.unitOfWork.reader,
      `update outbox set leased_until = now() + make_interval(secs => $2)
       where id in (
         select id from outbox
         where state = 'waiting' and available_at <= now() and (leased_until is null or leased_until < now())
         order by available_at limit $1 for update skip locked)
       returning id, event_id, kind, subscriber, payload, attempts`,
      [BATCH, LEASE_SECONDS],
    )
    if (batch.length === 0) return 0
    const open = new Set(batch.map(({ id }) => id))
    await underLease(
      RENEW_SECONDS,
      () => this.renew([...open]),
      () => this.deliverAll(batch, open),
    )
    return batch.length
  }

  private async deliverAll(batch: readonly OutboxRow[], open: Set<Id>): Promise<void> {
    const waiting = [...batch]
    const hand = async () => {
      for (let entry = waiting.shift(); entry; entry = waiting.shift()) {
        await this.deliver(entry)
        open.delete(entry.id)
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, hand))
  }

  private renew(ids: readonly Id[]): Promise<unknown> {
    return execute(
      this.unitOfWork.reader,
      `update outbox set leased_until = now() + make_interval(secs => $2)
       where id = any($1) and state = 'waiting' and leased_until is not null`,
      [ids, LEASE_SECONDS],
    )
  }

  /** Delivers until nothing is due. For tests and for a clean stop. */
  async drain(limit = 1000): Promise<number> {
    let total = 0
    for (
      let taken = await this.deliverBatch();
      taken > 0 && total < limit;
      taken = await this.deliverBatch()
    )
      total += taken
    return total
  }

  private async deliver(entry: OutboxRow): Promise<void> {
    try {
      const handler = this.outbox.handlerOf(entry.kind, entry.subscriber)
      if (!handler) throw new Error(`no handler ${entry.subscriber} for ${entry.kind}`)
      await handler(entry.payload, entry.event_id)
      await execute(
        this.unitOfWork.reader,
        `update outbox set state = 'done', done_at = now(), leased_until = null, last_error = null where id = $1`,
        [entry.id],
      )
    } catch (error) {
      await this.recordFailure(entry, error)
    }
  }

  private async recordFailure(entry: OutboxRow, error: unknown): Promise<void> {
    const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    // Only failures count: a worker that was killed says nothing of the event.
    const attempts = entry.attempts + 1
    const isDead = attempts >= MAX_ATTEMPTS
    this.log.warn(
      { kind: entry.kind, subscriber: entry.subscriber, attempts, isDead, message },
      'delivery failed',
    )
    await execute(
      this.unitOfWork.reader,
      `update outbox set state = $2, last_error = $3, leased_until = null, attempts = $5,
         available_at = now() + make_interval(secs => $4) where id = $1`,
      [
        entry.id,
        isDead ? 'dead' : 'waiting',
        message.slice(0, 1000),
        backOffSeconds(attempts),
        attempts,
      ],
    )
  }
}
