import pg from 'pg'
import type { ProcessName } from '../../support/market.js'

/** A moment of a round: told when its commit is done, or a gate inside of a transaction that is kept shut. */
interface Moment {
  readonly name: string
  readonly table: string
  readonly on: string
  /** When a row counts; absent: once for the statement. */
  readonly when?: string
  readonly isGate: boolean
}

/** In the order in which a round passes them. */
const MOMENTS = [
  {
    name: 'taken, before its snapshot',
    table: 'rounds',
    on: 'after update',
    when: 'old.fencing_token <> new.fencing_token',
    isGate: false,
  },
  {
    name: 'storing its input',
    table: 'round_files',
    on: 'before insert',
    when: `new.kind = 'input'`,
    isGate: true,
  },
  {
    name: 'input stored, solving',
    table: 'round_files',
    on: 'after insert',
    when: `new.kind = 'input'`,
    isGate: false,
  },
  {
    name: 'solved, before reserving',
    table: 'rounds',
    on: 'after update',
    when: `old.phase <> 'reserving' and new.phase = 'reserving'`,
    isGate: false,
  },
  { name: 'goods held', table: 'reservations', on: 'after insert', isGate: true },
  { name: 'allocations written', table: 'allocations', on: 'after insert', isGate: true },
  { name: 'tickets written', table: 'tickets', on: 'after insert', isGate: true },
  {
    name: 'storing its result',
    table: 'round_files',
    on: 'before insert',
    when: `new.kind = 'result'`,
    isGate: true,
  },
  {
    name: 'last statement before its commit',
    table: 'rounds',
    on: 'after update',
    when: `new.state = 'proposed'`,
    isGate: true,
  },
  {
    name: 'just after its commit',
    table: 'rounds',
    on: 'after update',
    when: `old.state = 'running' and new.state in ('proposed', 'closed')`,
    isGate: false,
  },
] as const satisfies readonly Moment[]

export type MomentName = (typeof MOMENTS)[number]['name']
export const MOMENT_NAMES: readonly MomentName[] = MOMENTS.map(({ name }) => name)

/** Class of the advisory locks that are the gates. */
const GATES = 7399
const LOOK_MILLIS = 3

/**
 * Tells who reaches a moment of a round, and keeps its process inside of the transaction until it is let
 * through. Needs connections that are named after their process.
 */
export class RoundGates {
  private armed: { name: MomentName; strike: (process: ProcessName) => void } | null = null

  private constructor(private readonly client: pg.Client) {}

  static async open(ownerUrl: string): Promise<RoundGates> {
    const client = new pg.Client(ownerUrl)
    client.on('error', () => undefined)
    await client.connect()
    const gates = new RoundGates(client)
    await client.query(`create function round_bench() returns trigger language plpgsql as $$
      declare process text := current_setting('application_name');
      begin
        -- Whoever buys meanwhile holds goods as well, but does not work on the round.
        if process like 'worker%' then
          perform pg_notify('round_bench', tg_argv[0] || '|' || process);
          if tg_argv[1] is not null then
            perform pg_advisory_xact_lock_shared(${GATES}, tg_argv[1]::int);
          end if;
        end if;
        return case when tg_level = 'ROW' then new end;
      end $$`)
    for (const [n, { name, table, on, isGate, ...rest }] of MOMENTS.entries()) {
      const each = 'when' in rest ? `for each row when (${rest.when})` : 'for each statement'
      const args = isGate ? `'${name}', '${n}'` : `'${name}'`
      await client.query(
        `create trigger round_bench_${n} ${on} on ${table} ${each} execute function round_bench(${args})`,
      )
    }
    client.on('notification', ({ payload = '' }) => {
      const [name = '', process = ''] = payload.split('|')
      if (gates.armed?.name !== name || MOMENTS.find((m) => m.name === name)?.isGate) return
      gates.struck(process as ProcessName)
    })
    await client.query('listen round_bench')
    return gates
  }

  /**
   * Waits until a worker reaches the moment and does what is said to it, then lets through whoever waits.
   * Null when none came in time.
   */
  async at(
    name: MomentName,
    strike: (process: ProcessName) => Promise<unknown> | void,
    limitMillis: number,
  ): Promise<ProcessName | null> {
    const n = MOMENT_NAMES.indexOf(name)
    const { isGate } = MOMENTS[n]!
    if (isGate) await this.client.query('select pg_advisory_lock($1, $2)', [GATES, n])
    try {
      const reached = isGate ? this.untilWaits(n, limitMillis) : this.untilTold(name, limitMillis)
      const process = await reached
      if (process) await strike(process)
      return process
    } finally {
      if (isGate) await this.client.query('select pg_advisory_unlock($1, $2)', [GATES, n])
    }
  }

  /** The process whose lease is over is dead or stopped: nobody has to wait for its end. */
  async endLease(): Promise<void> {
    await this.client.query(`update rounds set leased_until = now() where state = 'running'`)
  }

  close(): Promise<void> {
    return this.client.end()
  }

  private struck(process: ProcessName): void {
    const strike = this.armed?.strike
    this.armed = null
    strike?.(process)
  }

  private untilTold(name: MomentName, limitMillis: number): Promise<ProcessName | null> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.armed = null
        resolve(null)
      }, limitMillis)
      const strike = (process: ProcessName) => {
        clearTimeout(timer)
        resolve(process)
      }
      this.armed = { name, strike }
    })
  }

  private async untilWaits(n: number, limitMillis: number): Promise<ProcessName | null> {
    const end = Date.now() + limitMillis
    while (Date.now() < end) {
      const { rows } = await this.client.query<{ name: ProcessName }>(
        `select a.application_name as name from pg_locks l join pg_stat_activity a on a.pid = l.pid
         where l.locktype = 'advisory' and l.classid = $1 and l.objid = $2 and not l.granted limit 1`,
        [GATES, n],
      )
      if (rows[0]) return rows[0].name
      await new Promise((resolve) => setTimeout(resolve, LOOK_MILLIS))
    }
    return null
  }
}
