import { Injectable, Logger } from '@nestjs/common'
import type { Id } from '@weibao/kernel'
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

const BATCH = 20
const LEASE_SECONDS = 60
export const MAX_ATTEMPTS = 10
/** 2, 4, 8 … seconds, ten minutes at most. */
const backOffSeconds = (attempt: number) => Math.min(600, 2 ** attempt) * (0.75 + Math.random() / 2)

/** Takes outbox rows with SKIP LOCKED under a lease and hands them over; any number may run. */
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
      `update outbox set leased_until = now() + make_interval(secs => $2), attempts = attempts + 1
       where id in (
         select id from outbox
         where state = 'waiting' and available_at <= now() and (leased_until is null or leased_until < now())
         order by available_at limit $1 for update skip locked)
       returning id, event_id, kind, subscriber, payload, attempts`,
      [BATCH, LEASE_SECONDS],
    )
    for (const entry of batch) await this.deliver(entry)
    return batch.length
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
    const isDead = entry.attempts >= MAX_ATTEMPTS
    this.log.warn(
      { kind: entry.kind, subscriber: entry.subscriber, attempts: entry.attempts, isDead, message },
      'delivery failed',
    )
    await execute(
      this.unitOfWork.reader,
      `update outbox set state = $2, last_error = $3, leased_until = null,
         available_at = now() + make_interval(secs => $4) where id = $1`,
      [
        entry.id,
        isDead ? 'dead' : 'waiting',
        message.slice(0, 1000),
        backOffSeconds(entry.attempts),
      ],
    )
  }
}
