import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common'
import { Clock, type Id } from '@weibao/kernel'
import { Live, underLease, UnitOfWork, type Tx } from '@weibao/platform'
import { DemandSource, notesOf } from '../market/demand-source.js'
import { EngineEnded, EngineThread } from '../engine/engine-thread.js'
import { MarketReader } from '../market/market-reader.service.js'
import { readSnapshot, snapshotBytes, type MarketSnapshot } from '../market/market-snapshot.js'
import { ProposalRepository } from './proposal.repository.js'
import { Proposals, type Written } from './proposals.service.js'
import { RoundRepository, type RoundLease } from './round.repository.js'
import { digestOf, ENGINE_VERSION, FlawedAnswer, type EngineRun } from '../engine/run-engine.js'

/** A killed process's round is taken by another this soon. */
const LEASE_SECONDS = 10
const RENEW_SECONDS = 2
/** A round that so many processes could not end fails. */
const MAX_TAKES = 8

/** The round is no longer this process's: another has taken it, or somebody cancelled it. */
class LeaseLost extends Error {}

/**
 * Takes the round that waits and brings it to its end. What it decides by is stored before the engine runs,
 * so that whoever takes over after a kill gives the same answer; what it proposes is written in one
 * transaction, under the token of its lease, so that it is there whole or not at all.
 */
@Injectable()
export class RoundRunner implements OnApplicationShutdown {
  private readonly log = new Logger('rounds')
  private thread: EngineThread | null = null
  private running: Promise<unknown> | null = null
  private isStopping = false

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly live: Live,
    private readonly rounds: RoundRepository,
    private readonly reader: MarketReader,
    private readonly demand: DemandSource,
    private readonly proposals: Proposals,
    private readonly repository: ProposalRepository,
  ) {}

  /** Starts on what waits unless this process is at work already; does not wait for its end. */
  poke(): void {
    if (this.running || this.isStopping) return
    this.running = this.runNext()
      .catch((error: unknown) => this.log.error({ err: error }, 'round not ended'))
      .finally(() => (this.running = null))
  }

  /** Takes one round, if one waits, and works on it to its end; whether there was one. */
  async runNext(): Promise<boolean> {
    const lease = await this.rounds.take(this.unitOfWork.reader, LEASE_SECONDS)
    if (!lease) return false
    await underLease(
      RENEW_SECONDS,
      () => this.renew(lease),
      () => this.workOn(lease),
    )
    return true
  }

  async onApplicationShutdown(): Promise<void> {
    this.isStopping = true
    await this.thread?.end()
    await this.running
  }

  private async renew(lease: RoundLease): Promise<void> {
    if (!(await this.rounds.renew(this.unitOfWork.reader, lease, LEASE_SECONDS)))
      await this.thread?.end()
  }

  private async workOn(lease: RoundLease): Promise<void> {
    const { reader } = this.unitOfWork
    try {
      if (lease.token > MAX_TAKES) throw new FlawedAnswer('taken over too often without an end')
      const input = await this.inputOf(lease)
      const run = await this.solve(lease, input)
      await this.rounds.setPhase(reader, lease, 'reserving')
      const written = await this.unitOfWork.run((tx) => this.commit(tx, lease, input, run))
      this.log.log(
        { round: lease.number, allocations: written.allocations.length, changes: written.changes },
        'round proposed',
      )
    } catch (error) {
      if (error instanceof FlawedAnswer)
        await this.rounds.fail(reader, lease, error.message, this.clock.now())
      else if (error instanceof EngineEnded || error instanceof LeaseLost)
        await this.rounds.release(reader, lease)
      else throw error
    } finally {
      await this.tell(lease)
    }
  }

  /** The stored input, or the market as it is now, stored under the lease. */
  private async inputOf(lease: RoundLease): Promise<Uint8Array> {
    const stored = await this.rounds.file(this.unitOfWork.reader, lease.roundId, 'input')
    if (stored) return stored.bytes
    const { market } = await this.unitOfWork.snapshot((reader) => this.reader.read(reader))
    const bytes = snapshotBytes(market)
    await this.unitOfWork.run(async (tx) => {
      await this.mustHold(tx, lease)
      const digest = digestOf(bytes)
      await this.rounds.addFile(tx, lease.roundId, 'input', { bytes, digest }, this.clock.now())
      await this.rounds.setPhase(tx, lease, 'solving')
    })
    return bytes
  }

  private async solve(lease: RoundLease, input: Uint8Array): Promise<EngineRun> {
    await this.tell(lease)
    this.thread = new EngineThread(input, (share) => void this.progress(lease, share))
    try {
      return await this.thread.outcome
    } finally {
      this.thread = null
    }
  }

  private async progress(lease: RoundLease, share: number): Promise<void> {
    const thousandths = Math.min(1000, Math.floor(share * 1000))
    const isOurs = await this.rounds
      .setProgress(this.unitOfWork.reader, lease, thousandths)
      .catch(() => true)
    if (isOurs) await this.tell(lease)
    else await this.thread?.end()
  }

  /** Everything that the round leaves behind, in one transaction. */
  private async commit(
    tx: Tx,
    lease: RoundLease,
    input: Uint8Array,
    run: EngineRun,
  ): Promise<Written> {
    await this.mustHold(tx, lease)
    const market = readSnapshot(input)
    const { lines } = await this.demand.open(tx)
    const written = await this.proposals.write(tx, {
      roundId: lease.roundId,
      roundNumber: lease.number,
      attempt: 1,
      followsId: null,
      market,
      notes: notesOf(lines),
      run,
    })
    await this.repository.addCooperatives(tx, cooperativesOf(lease.roundId, market, written))
    const now = this.clock.now()
    const { result: bytes, resultDigest: digest } = run
    await this.rounds.addFile(tx, lease.roundId, 'result', { bytes, digest }, now)
    await this.rounds.propose(tx, lease.roundId, outcomeOf(market, input, run, written), now)
    await this.rounds.closeIfDone(tx, lease.roundId)
    return written
  }

  private async mustHold(tx: Tx, lease: RoundLease): Promise<void> {
    if (!(await this.rounds.lockLeased(tx, lease))) throw new LeaseLost(lease.number)
  }

  /** A hint to whoever started it; pages poll as well. */
  private async tell({ roundId, requestedBy }: RoundLease): Promise<void> {
    if (requestedBy)
      await this.live.tellPerson(requestedBy, { kind: 'round', id: roundId }).catch(() => undefined)
  }
}

function outcomeOf(market: MarketSnapshot, input: Uint8Array, run: EngineRun, written: Written) {
  const { allocations } = written
  const sum = (key: 'massGrams' | 'goodsFen' | 'freightFen'): number =>
    allocations.reduce((total, each) => total + each[key], 0)
  return {
    engineVersion: ENGINE_VERSION,
    inputDigest: digestOf(input),
    resultDigest: run.resultDigest,
    lotCount: market.lots.length,
    lineCount: market.lines.length,
    matchedLineCount: new Set(allocations.map(({ demandLineId }) => demandLineId)).size,
    allocationCount: allocations.length,
    wantedGrams: run.wantedGrams,
    volumeGrams: run.volumeGrams,
    boundGrams: run.boundGrams,
    flowBoundGrams: run.flowBoundGrams,
    takenGrams: sum('massGrams'),
    quantumGrams: run.quantumGrams,
    points: run.points,
    goodsFen: sum('goodsFen'),
    freightFen: sum('freightFen'),
  }
}

/** What each cooperative offered, had placed before, could place, and placed in the round. */
function cooperativesOf(roundId: Id, market: MarketSnapshot, { allocations }: Written) {
  const open = new Map<Id, number>()
  for (const { cooperativeId, packages, packGrams } of market.lots)
    open.set(cooperativeId, (open.get(cooperativeId) ?? 0) + packages * packGrams)
  const matched = new Map<Id, number>()
  for (const { cooperativeId, massGrams } of allocations)
    matched.set(cooperativeId, (matched.get(cooperativeId) ?? 0) + massGrams)
  return market.cooperatives.map(({ id, offeredGrams, placedGrams }) => ({
    roundId,
    cooperativeId: id,
    offeredGrams,
    openGrams: open.get(id) ?? 0,
    placedGrams,
    matchedGrams: matched.get(id) ?? 0,
  }))
}
