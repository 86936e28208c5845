import { Injectable } from '@nestjs/common'
import type { Route } from '@weibao/contracts/route'
import { KeyValue, MemoryKeyValue } from './key-value.js'
import { PlatformConfig } from './platform-config.js'
import { refusal } from './refusal.js'

interface Limit {
  readonly count: number
  readonly windowSeconds: number
  /** So many uses of a caller far from the limit a process may keep to itself before it tells the others. */
  readonly ahead?: number
}

/** Per person, or per address for visitors. Sign-in has limits of its own in identity as well. */
const LIMITS: Readonly<Record<NonNullable<Route['rate']>, Limit | null>> = {
  standard: { count: 600, windowSeconds: 60, ahead: 20 },
  search: { count: 600, windowSeconds: 60, ahead: 20 },
  checkout: { count: 120, windowSeconds: 60 },
  'sign-in': { count: 60, windowSeconds: 60 },
  heavy: { count: 30, windowSeconds: 60 },
  unlimited: null,
}
/** What a process keeps to itself is told with the next use after so long. */
const AHEAD_MILLIS = 1000
/** Only who has used no more than this of the limit is counted ahead. */
const FAR = 0.5
const MOST_AHEAD = 5000

interface Ahead {
  uses: number
  readonly toldAt: number
}

/**
 * Counts uses, for all processes in Redis. Of a caller who is far from the limit several uses are told at once, so that
 * most requests do not wait for it: each process may let a caller have `ahead` uses more than the limit, never more.
 */
@Injectable()
export class RateLimits {
  /** Where Redis is out of reach each process counts for itself. */
  private readonly local = new MemoryKeyValue()
  /** By caller and window; whoever was told of longest ago is forgotten first. */
  private readonly ahead = new Map<string, Ahead>()

  constructor(
    private readonly store: KeyValue,
    private readonly config: PlatformConfig,
  ) {}

  /** Refuses with 429 and Retry-After when the caller has used up the class's window. */
  async mustBeWithin(rate: NonNullable<Route['rate']>, caller: string): Promise<void> {
    const limit = LIMITS[rate]
    if (limit) await this.take(`rate:${rate}:${caller}`, limit)
  }

  /** Counts one use under a key; refuses beyond the limit's count (scaled by the configuration) in its window. */
  async take(key: string, { count, windowSeconds, ahead = 0 }: Limit): Promise<void> {
    const now = Date.now()
    const window = Math.floor(now / 1000 / windowSeconds)
    const slot = `${key}:${window}`
    const own = this.ahead.get(slot)
    if (own && own.uses < ahead && now - own.toldAt < AHEAD_MILLIS) return void own.uses++
    this.ahead.delete(slot)
    const used = await this.count(slot, windowSeconds, 1 + (own?.uses ?? 0))
    const most = count * this.config.rateLimitScale
    if (used <= most * FAR) this.keep(slot, now)
    if (used <= most) return
    const seconds = Math.max(1, Math.ceil((window + 1) * windowSeconds - Date.now() / 1000))
    throw refusal('request.too-many', { seconds }, { retryAfterSeconds: seconds })
  }

  private async count(slot: string, windowSeconds: number, uses: number): Promise<number> {
    const used = await this.store.count(slot, windowSeconds, uses)
    return used ?? (await this.local.count(slot, windowSeconds, uses))
  }

  private keep(slot: string, toldAt: number): void {
    if (this.ahead.has(slot)) return
    if (this.ahead.size >= MOST_AHEAD) this.ahead.delete(this.ahead.keys().next().value!)
    this.ahead.set(slot, { uses: 0, toldAt })
  }
}
