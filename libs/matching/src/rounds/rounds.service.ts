import { Injectable } from '@nestjs/common'
import type { RoundState, RoundView } from '@weibao/contracts/round'
import { NumberSeries } from '@weibao/documents'
import { Audit } from '@weibao/identity'
import { Clock, DomainError, localDay, newId, type Id } from '@weibao/kernel'
import {
  decodeCursor,
  Outbox,
  refusal,
  toPage,
  UnitOfWork,
  type Actor,
  type Tx,
} from '@weibao/platform'
import { Settings } from '@weibao/settings'
import { EngineThread } from '../engine/engine-thread.js'
import { RoundRepository, type RoundRow } from './round.repository.js'
import { digestOf } from '../engine/run-engine.js'

const NEVER = 24

/** What came of running the engine on a round's input again. */
export interface Replayed {
  readonly isSame: boolean
  /** Of the new result, and of the stored one. */
  readonly resultDigest: string
  readonly storedDigest: string
  readonly inputBytes: number
  readonly resultBytes: number
}

/** Rounds as officers start, follow, cancel and replay them. */
@Injectable()
export class Rounds {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly numbers: NumberSeries,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly rounds: RoundRepository,
  ) {}

  /** Queues a round. Refuses with `round.under-way` {number} while another is. */
  start(actor: Actor): Promise<RoundView> {
    return this.unitOfWork.run(async (tx) => {
      const id = await this.queue(tx, { cause: 'hand', requestedBy: actor.personId })
      await this.audit.record(tx, {
        act: 'round.started',
        actor,
        organisationId: null,
        object: { kind: 'round', id },
      })
      return toRoundView(await this.rounds.get(tx, id))
    })
  }

  /** Queues a round that nobody in particular has asked for: the schedule, the seed. */
  startScheduled(): Promise<Id | null> {
    return this.unitOfWork.run(async (tx) => {
      const day = localDay(this.clock.now())
      if (await this.rounds.wasScheduled(tx, day)) return null
      if (await this.rounds.underWay(tx)) return null
      return this.queue(tx, { cause: 'schedule', requestedBy: null })
    })
  }

  /** Job: the daily round, once the hour has come. */
  async startDaily(): Promise<void> {
    const now = this.clock.now()
    const hour = await this.settings.get(
      this.unitOfWork.reader,
      'matching.daily-hour',
      localDay(now),
    )
    if (hour === NEVER || (now.getUTCHours() + 8) % 24 < hour) return
    await this.startScheduled()
  }

  async list(query: {
    cursor?: string | undefined
    limit: number
    state?: RoundState | undefined
  }) {
    const before = (decodeCursor(query.cursor, 1)?.[0] as Id | undefined) ?? null
    const found = await this.rounds.list(this.unitOfWork.reader, {
      state: query.state ?? null,
      before,
      limit: query.limit + 1,
    })
    return toPage(found, query.limit, (last) => [last.id], toRoundView)
  }

  async get(id: Id): Promise<RoundView> {
    return toRoundView(await this.rounds.get(this.unitOfWork.reader, id))
  }

  /** Ends a round that has proposed nothing yet; the engine stops within seconds. */
  cancel(actor: Actor, id: Id): Promise<RoundView> {
    return this.unitOfWork.run(async (tx) => {
      const { state } = await this.rounds.get(tx, id)
      if (!(await this.rounds.cancel(tx, id, actor.personId, this.clock.now())))
        throw new DomainError('conflict', 'lifecycle.move-not-allowed', {
          noun: 'round',
          from: state,
          to: 'cancelled',
        })
      await this.audit.record(tx, {
        act: 'round.cancelled',
        actor,
        organisationId: null,
        object: { kind: 'round', id },
      })
      return toRoundView(await this.rounds.get(tx, id))
    })
  }

  /** A round by its number, or by its id. */
  async named(numberOrId: string): Promise<RoundView> {
    return toRoundView(await this.rounds.named(this.unitOfWork.reader, numberOrId))
  }

  /**
   * Runs the engine again on the stored input: whether that is what its digest says, and gives the stored
   * result, byte for byte.
   */
  async replay(id: Id): Promise<Replayed> {
    const { reader } = this.unitOfWork
    const { number } = await this.rounds.get(reader, id)
    const input = await this.rounds.file(reader, id, 'input')
    const result = await this.rounds.file(reader, id, 'result')
    if (!input || !result) throw refusal('round.no-result', { number })
    const thread = new EngineThread(input.bytes, () => undefined)
    const run = await thread.outcome
    const isSame =
      digestOf(input.bytes) === input.digest &&
      run.resultDigest === result.digest &&
      Buffer.compare(run.result, result.bytes) === 0
    return {
      isSame,
      resultDigest: run.resultDigest,
      storedDigest: result.digest,
      inputBytes: input.bytes.byteLength,
      resultBytes: result.bytes.byteLength,
    }
  }

  private async queue(
    tx: Tx,
    { cause, requestedBy }: { cause: 'schedule' | 'hand'; requestedBy: Id | null },
  ): Promise<Id> {
    await this.rounds.lockQueue(tx)
    const underWay = await this.rounds.underWay(tx)
    if (underWay) throw refusal('round.under-way', { number: underWay.number })
    const id = newId()
    const queuedAt = this.clock.now()
    const day = localDay(queuedAt)
    const number = await this.numbers.next(tx, 'CH', day)
    const scheduledOn = cause === 'schedule' ? day : null
    await this.rounds.queue(tx, { id, number, cause, scheduledOn, requestedBy, queuedAt })
    await this.outbox.add(tx, { kind: 'round.queued', payload: { roundId: id } })
    return id
  }
}

export function toRoundView(round: RoundRow): RoundView {
  const { queuedAt, startedAt, endedAt } = round
  return {
    id: round.id,
    number: round.number,
    state: round.state,
    phase: round.phase as RoundView['phase'],
    progress: round.progress,
    cause: round.cause as RoundView['cause'],
    queuedAt: queuedAt.toISOString(),
    startedAt: startedAt?.toISOString() ?? null,
    endedAt: endedAt?.toISOString() ?? null,
    failure: round.failure,
    outcome: round.resultDigest === null ? null : outcomeOf(round),
  }
}

function outcomeOf(round: RoundRow): NonNullable<RoundView['outcome']> {
  return {
    engineVersion: round.engineVersion!,
    inputDigest: round.inputDigest!,
    resultDigest: round.resultDigest!,
    lotCount: round.lotCount!,
    lineCount: round.lineCount!,
    matchedLineCount: round.matchedLineCount!,
    allocationCount: round.allocationCount!,
    wantedGrams: round.wantedGrams!,
    volumeGrams: round.volumeGrams!,
    boundGrams: round.boundGrams!,
    flowBoundGrams: round.flowBoundGrams!,
    takenGrams: round.takenGrams!,
    goodsFen: round.goodsFen!,
    freightFen: round.freightFen!,
  }
}
