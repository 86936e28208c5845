import { gunzipSync, gzipSync } from 'node:zlib'
import { Injectable } from '@nestjs/common'
import type { RoundState } from '@weibao/contracts/round'
import type { Id, LocalDay } from '@weibao/kernel'
import { execute, notFound, row, rows, type Reader, type Tx } from '@weibao/platform'
import { Round } from './round.entity.js'

/** A process's right to work on a round: writes under an older token change nothing. */
export interface RoundLease {
  readonly roundId: Id
  readonly number: string
  readonly token: number
  readonly requestedBy: Id | null
}

type FileKind = 'input' | 'result'

const COLUMNS = `r.id, r.number, r.state, r.phase, r.progress, r.cause, r.queued_at as "queuedAt",
  r.started_at as "startedAt", r.ended_at as "endedAt", r.failure, r.engine_version as "engineVersion",
  r.input_digest as "inputDigest", r.result_digest as "resultDigest", r.lot_count as "lotCount",
  r.line_count as "lineCount", r.matched_line_count as "matchedLineCount", r.allocation_count as "allocationCount",
  r.wanted_grams as "wantedGrams", r.volume_grams as "volumeGrams", r.bound_grams as "boundGrams",
  r.flow_bound_grams as "flowBoundGrams", r.taken_grams as "takenGrams", r.goods_fen as "goodsFen",
  r.freight_fen as "freightFen", r.requested_by as "requestedBy"`

export type RoundRow = Omit<
  Round,
  'scheduledOn' | 'endedBy' | 'fencingToken' | 'leasedUntil' | 'quantumGrams' | 'points'
>

const UNDER_WAY = `state in ('queued', 'running')`

/** All SQL about rounds, their lease and their files. */
@Injectable()
export class RoundRepository {
  /** Queues a round; null when one is under way, or the day's has been. */
  async queue(
    tx: Tx,
    round: Pick<Round, 'id' | 'number' | 'cause' | 'scheduledOn' | 'requestedBy' | 'queuedAt'>,
  ): Promise<boolean> {
    const { id, number, cause, scheduledOn, requestedBy, queuedAt } = round
    const added = await rows(
      tx,
      `insert into rounds (id, number, cause, scheduled_on, requested_by, queued_at)
       values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning id`,
      [id, number, cause, scheduledOn, requestedBy, queuedAt],
    )
    return added.length > 0
  }

  /** One after the other: numbers have no gaps, and who comes second sees the first. */
  async lockQueue(tx: Tx): Promise<void> {
    await tx.query('select pg_advisory_xact_lock(7303)')
  }

  underWay(reader: Reader): Promise<RoundRow | null> {
    return row<RoundRow>(reader, `select ${COLUMNS} from rounds r where ${UNDER_WAY}`)
  }

  async wasScheduled(reader: Reader, day: LocalDay): Promise<boolean> {
    return (await row(reader, 'select 1 from rounds where scheduled_on = $1', [day])) !== null
  }

  /** Takes the round that waits, or whose lease has ended, under a new token. */
  take(reader: Reader, leaseSeconds: number): Promise<RoundLease | null> {
    return row<RoundLease>(
      reader,
      `update rounds set state = 'running', phase = coalesce(phase, 'snapshot'), fencing_token = fencing_token + 1,
         leased_until = now() + make_interval(secs => $1), started_at = coalesce(started_at, now())
       where id = (select id from rounds where ${UNDER_WAY} and (leased_until is null or leased_until < now())
         limit 1 for update skip locked)
       returning id as "roundId", number, fencing_token as token, requested_by as "requestedBy"`,
      [leaseSeconds],
    )
  }

  /** False when the round is no longer this process's: taken over, or cancelled. */
  async renew(reader: Reader, lease: RoundLease, leaseSeconds: number): Promise<boolean> {
    return this.fenced(reader, lease, 'leased_until = now() + make_interval(secs => $3)', [
      leaseSeconds,
    ])
  }

  /** Lets the round go at once, for another process to take. */
  async release(reader: Reader, lease: RoundLease): Promise<void> {
    await this.fenced(reader, lease, 'leased_until = null', [])
  }

  async setProgress(reader: Reader, lease: RoundLease, thousandths: number): Promise<boolean> {
    return this.fenced(reader, lease, 'progress = $3', [thousandths])
  }

  async setPhase(reader: Reader, lease: RoundLease, phase: string): Promise<boolean> {
    return this.fenced(reader, lease, 'phase = $3', [phase])
  }

  async fail(reader: Reader, lease: RoundLease, failure: string, at: Date): Promise<void> {
    await this.fenced(
      reader,
      lease,
      `state = 'failed', phase = null, leased_until = null, failure = $3, ended_at = $4`,
      [failure.slice(0, 1000), at],
    )
  }

  /** Locks the round when it is still this process's to write. */
  async lockLeased(tx: Tx, lease: RoundLease): Promise<boolean> {
    const found = await row(
      tx,
      `select 1 from rounds where id = $1 and fencing_token = $2 and state = 'running' for update`,
      [lease.roundId, lease.token],
    )
    return found !== null
  }

  async propose(tx: Tx, roundId: Id, outcome: Partial<Round>, at: Date): Promise<void> {
    await tx.getRepository(Round).update(roundId, {
      ...outcome,
      state: 'proposed',
      phase: null,
      leasedUntil: null,
      progress: 1000,
      endedAt: at,
    })
  }

  /** A round ends when nothing of it waits for an answer or an order. */
  async closeIfDone(tx: Tx, roundId: Id): Promise<void> {
    await execute(
      tx,
      `update rounds set state = 'closed' where id = $1 and state = 'proposed' and not exists (
         select from allocations where round_id = $1 and state in ('proposed', 'accepted', 'confirmed'))`,
      [roundId],
    )
  }

  async cancel(tx: Tx, id: Id, by: Id, at: Date): Promise<boolean> {
    const cancelled = await execute(
      tx,
      `update rounds set state = 'cancelled', phase = null, leased_until = null, ended_at = $2, ended_by = $3
       where id = $1 and ${UNDER_WAY}`,
      [id, at, by],
    )
    return cancelled > 0
  }

  async addFile(
    tx: Tx,
    roundId: Id,
    kind: FileKind,
    { bytes, digest }: { bytes: Uint8Array; digest: string },
    at: Date,
  ): Promise<void> {
    await execute(
      tx,
      `insert into round_files (round_id, kind, digest, byte_count, packed, written_at)
       values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
      [roundId, kind, digest, bytes.byteLength, gzipSync(bytes), at],
    )
  }

  async file(
    reader: Reader,
    roundId: Id,
    kind: FileKind,
  ): Promise<{ bytes: Uint8Array; digest: string } | null> {
    const found = await row<{ packed: Buffer; digest: string }>(
      reader,
      'select packed, digest from round_files where round_id = $1 and kind = $2',
      [roundId, kind],
    )
    return found && { bytes: gunzipSync(found.packed), digest: found.digest }
  }

  list(
    reader: Reader,
    filter: { state: RoundState | null; before: Id | null; limit: number },
  ): Promise<RoundRow[]> {
    return rows<RoundRow>(
      reader,
      `select ${COLUMNS} from rounds r where ($1::text is null or r.state = $1) and ($2::uuid is null or r.id < $2)
       order by r.id desc limit $3`,
      [filter.state, filter.before, filter.limit],
    )
  }

  async get(reader: Reader, id: Id): Promise<RoundRow> {
    const found = await row<RoundRow>(reader, `select ${COLUMNS} from rounds r where r.id = $1`, [
      id,
    ])
    if (!found) throw notFound()
    return found
  }

  async named(reader: Reader, numberOrId: string): Promise<RoundRow> {
    const found = await row<RoundRow>(
      reader,
      `select ${COLUMNS} from rounds r where r.number = $1 or r.id::text = $1`,
      [numberOrId],
    )
    if (!found) throw notFound()
    return found
  }

  /** Writes columns of a running round under its token; false when the token is not the last. */
  private async fenced(
    reader: Reader,
    { roundId, token }: RoundLease,
    set: string,
    values: readonly unknown[],
  ): Promise<boolean> {
    const written = await execute(
      reader,
      `update rounds set ${set} where id = $1 and fencing_token = $2 and state = 'running'`,
      [roundId, token, ...values],
    )
    return written > 0
  }
}
