import type { ProcessName, TestMarket } from '../../support/market.js'

export type Victim = Exclude<ProcessName, 'payment-sandbox' | 'worker-2'>

/** Where a process is killed: at a commit, at a call to the payment provider, or at any moment. */
export interface KillPoint {
  readonly name: string
  readonly victim: Victim | 'any'
}

export interface KillReport {
  readonly kills: ReadonlyMap<string, number>
  readonly total: number
  /** Longest from the order to start a killed process until it answered, in milliseconds. */
  readonly slowestStart: number
}

/**
 * Kills with SIGKILL the process that just reached the point that is armed, and starts it again as
 * a supervisor would. Points come in turn; one that is not reached in time is passed over.
 */
export class Killer {
  private readonly kills = new Map<string, number>()
  private readonly down = new Set<Victim>()
  private readonly starting = new Set<Promise<void>>()
  private armed: KillPoint | null = null
  private wake: () => void = () => undefined
  private slowestStart = 0
  private failure: Error | null = null
  /** When the last process was killed; 0 before the first. */
  lastStrike = 0

  constructor(private readonly market: TestMarket) {}

  /** Told by the watchers of commits and calls, as soon as they know; whether it killed. */
  reached(point: string, process: string): boolean {
    if (this.armed?.name !== point || !isVictim(process)) return false
    if (this.armed.victim !== 'any' && this.armed.victim !== process) return false
    return this.strike(point, process)
  }

  /** Arms a point and waits until it struck; false when it was not reached in time. */
  async arm(point: KillPoint, limitMillis: number): Promise<boolean> {
    this.armed = point
    const struck = await Promise.race([
      new Promise<true>((resolve) => (this.wake = () => resolve(true))),
      new Promise<false>((resolve) => setTimeout(() => resolve(false), limitMillis)),
    ])
    this.armed = null
    return struck
  }

  /** Kills at no particular point. False when the process is down already. */
  strike(point: string, process: Victim): boolean {
    if (this.down.has(process)) return false
    this.armed = null
    this.down.add(process)
    this.lastStrike = Date.now()
    this.kills.set(point, (this.kills.get(point) ?? 0) + 1)
    const starting = this.restart(process)
      .catch((error: Error) => {
        this.failure ??= error
      })
      .finally(() => this.starting.delete(starting))
    this.starting.add(starting)
    this.wake()
    return true
  }

  get total(): number {
    return [...this.kills.values()].reduce((sum, n) => sum + n, 0)
  }

  /** Waits until every process is up again. */
  async rest(): Promise<KillReport> {
    await Promise.all(this.starting)
    if (this.failure) throw this.failure
    return { kills: this.kills, total: this.total, slowestStart: this.slowestStart }
  }

  private async restart(victim: Victim): Promise<void> {
    const process = this.market.processes.get(victim)!
    await process.kill('SIGKILL')
    const started = Date.now()
    await process.start()
    this.slowestStart = Math.max(this.slowestStart, Date.now() - started)
    this.down.delete(victim)
  }
}

function isVictim(name: string): name is Victim {
  return name === 'api-1' || name === 'api-2' || name === 'worker'
}
