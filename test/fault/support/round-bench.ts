import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import pg from 'pg'
import { startTestMarket, type ProcessName, type TestMarket } from '../../support/market.js'
import { RoundGates } from './round-gates.js'
import type { WaitingMarket } from './round-market.js'

/** Everything a round left behind, so that two can be held against each other. */
export interface RoundOutcome {
  readonly state: string
  readonly takes: number
  readonly changes: number
  readonly allocations: number
  readonly inputDigest: string
  readonly resultDigest: string
  /** Digests of the files' bytes as they are stored. */
  readonly inputBytes: string
  readonly resultBytes: string
  /** Digests over allocations and over tickets, but for the ids that are drawn anew. */
  readonly rows: string
  readonly tickets: string
  /** Packages by line and lot: what was allocated, and what of a proposal was let go. */
  readonly taken: Readonly<Record<string, number>>
  readonly letGo: Readonly<Record<string, number>>
}

const OVER_WITHIN_MS = 120_000
const FORGETS_WITHIN_MS = 30_000

/** Two workers on a clone of the waiting market. */
export class RoundBench {
  private readonly starting = new Set<Promise<void>>()
  /** Who of the database served the last that was killed. */
  private orphans: number[] = []

  private constructor(
    readonly market: TestMarket,
    readonly owner: pg.Client,
    readonly gates: RoundGates,
    private readonly roundId: string,
  ) {}

  /**
   * `plant`: SQL of a defect, for seeing that the proof notices. `api`: people can buy and sell; the round waits for
   * `begin`, since an api takes longer to start than a worker to end a round.
   */
  static async open(
    suite: string,
    waiting: WaitingMarket,
    { workers = 2, plant = '', api = false } = {},
  ): Promise<RoundBench> {
    const names: readonly ProcessName[] = workers === 2 ? ['worker', 'worker-2'] : ['worker']
    let prepared: Promise<{ owner: pg.Client; gates: RoundGates }> | null = null
    const market = await startTestMarket({
      suite,
      template: waiting.template,
      only: [...(api ? (['payment-sandbox', 'api-1'] as const) : []), ...names],
      env: { LOG_LEVEL: 'info', RATE_LIMIT_SCALE: '1000000' },
      envOf: (name, plan) => {
        // The gates stand before the first worker runs.
        prepared ??= prepare(plan.ownerUrl, { plant, isHeld: api })
        return { DATABASE_URL: `${plan.databaseUrl}?application_name=${name}` }
      },
    })
    const { owner, gates } = await prepared!
    return new RoundBench(market, owner, gates, waiting.roundId)
  }

  /** Lets go of a round that waits for this. */
  async begin(): Promise<void> {
    await this.owner.query('commit')
  }

  /** Kills a worker and starts it again, as a supervisor would, without waiting for it. */
  async kill(name: ProcessName): Promise<void> {
    const process = this.market.processes.get(name)!
    const { rows } = await this.owner.query<{ pid: number }>(
      'select pid from pg_stat_activity where application_name = $1',
      [name],
    )
    this.orphans = rows.map(({ pid }) => pid)
    await process.kill('SIGKILL')
    const started: Promise<void> = process.start().finally(() => this.starting.delete(started))
    this.starting.add(started)
  }

  /** Waits until the database has done what the last that was killed had still asked it for. */
  async hasForgotten(): Promise<void> {
    const end = Date.now() + FORGETS_WITHIN_MS
    while (Date.now() < end) {
      const { rowCount } = await this.owner.query(
        'select from pg_stat_activity where pid = any($1) limit 1',
        [this.orphans],
      )
      if (rowCount === 0) return
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }

  stopShort(name: ProcessName): void {
    this.market.processes.get(name)!.signal('SIGSTOP')
  }

  goOn(name: ProcessName): void {
    this.market.processes.get(name)!.signal('SIGCONT')
  }

  /** Waits until the round is over; what it left. */
  async over(): Promise<RoundOutcome> {
    const end = Date.now() + OVER_WITHIN_MS
    for (;;) {
      const { rows } = await this.owner.query<{ state: string }>(
        'select state from rounds where id = $1',
        [this.roundId],
      )
      if (!['queued', 'running'].includes(rows[0]!.state) || Date.now() > end) return this.outcome()
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }

  async hasInput(): Promise<boolean> {
    const { rowCount } = await this.owner.query(
      `select from round_files where round_id = $1 and kind = 'input'`,
      [this.roundId],
    )
    return rowCount === 1
  }

  async outcome(): Promise<RoundOutcome> {
    const { rows } = await this.owner.query<
      Omit<RoundOutcome, 'inputBytes' | 'resultBytes' | 'rows'> & { content: string }
    >(OUTCOME, [this.roundId])
    const files = await this.owner.query<{ kind: string; packed: Buffer }>(
      'select kind, packed from round_files where round_id = $1',
      [this.roundId],
    )
    const bytesOf = (kind: string): string => {
      const file = files.rows.find((each) => each.kind === kind)
      return file ? sha256(gunzipSync(file.packed)) : ''
    }
    const { content, ...round } = rows[0]!
    return {
      ...round,
      inputBytes: bytesOf('input'),
      resultBytes: bytesOf('result'),
      rows: sha256(content),
      tickets: sha256(round.tickets),
    }
  }

  /** Stops all, holds the invariants against what is left; what is wrong. */
  async close(): Promise<string[]> {
    await Promise.allSettled(this.starting)
    for (const process of this.market.processes.values()) process.signal('SIGCONT')
    await this.gates.close()
    await this.owner.end()
    return this.market.stop().then(
      () => [],
      (error: Error) => [error.message],
    )
  }
}

async function prepare(
  ownerUrl: string,
  { plant, isHeld }: { plant: string; isHeld: boolean },
): Promise<{ owner: pg.Client; gates: RoundGates }> {
  const owner = new pg.Client(ownerUrl)
  owner.on('error', () => undefined)
  await owner.connect()
  if (plant) await owner.query(plant)
  const gates = await RoundGates.open(ownerUrl)
  if (isHeld) {
    await owner.query('begin')
    await owner.query('set local idle_in_transaction_session_timeout = 0')
    await owner.query(`select from rounds where state = 'queued' for update`)
  }
  return { owner, gates }
}

const OUTCOME = `
  select r.state, r.fencing_token::int as takes, coalesce(r.input_digest, '') as "inputDigest",
    coalesce(r.result_digest, '') as "resultDigest",
    (select count(*)::int from round_changes where round_id = r.id) as changes,
    (select count(*)::int from allocations where round_id = r.id and attempt = 1) as allocations,
    coalesce((select string_agg(concat_ws('|', number, demand_line_id, lot_id, packages, unit_price_fen, goods_fen,
       freight_fen, leaves_on, arrives_on, state), chr(10) order by number) from allocations where round_id = r.id
       and attempt = 1), '') as content,
    coalesce((select string_agg(concat_ws('|', demand_line_id, attempt, reason, wanted_grams, matched_grams, parts, flip),
       chr(10) order by demand_line_id) from tickets where round_id = r.id and attempt = 1), '') as tickets,
    coalesce((select jsonb_object_agg(demand_line_id || ' ' || lot_id, packages) from allocations
       where round_id = r.id and attempt = 1), '{}') as taken,
    coalesce((select jsonb_object_agg(demand_line_id || ' ' || lot_id, proposed_packages - taken_packages)
       from round_changes where round_id = r.id), '{}') as "letGo"
  from rounds r where r.id = $1`

function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}
