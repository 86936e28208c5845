import { Injectable } from '@nestjs/common'
import type { Route } from '@weibao/contracts/route'
import { KeyValue, MemoryKeyValue } from './key-value.js'
import { PlatformConfig } from './platform-config.js'
import { refusal } from './refusal.js'

interface Limit {
  readonly count: number
  readonly windowSeconds: number
}

/** Per person, or per address for visitors. Sign-in has limits of its own in identity as well. */
const LIMITS: Readonly<Record<NonNullable<Route['rate']>, Limit | null>> = {
  standard: { count: 600, windowSeconds: 60 },
  search: { count: 600, windowSeconds: 60 },
  checkout: { count: 120, windowSeconds: 60 },
  'sign-in': { count: 60, windowSeconds: 60 },
  heavy: { count: 30, windowSeconds: 60 },
  unlimited: null,
}

@Injectable()
export class RateLimits {
  /** Where Redis is out of reach each process counts for itself. */
  private readonly local = new MemoryKeyValue()

  constructor(
    private readonly store: KeyValue,
    private readonly config: PlatformConfig,
  ) {}

  /** Refuses with 429 and Retry-After when the caller has used up the class's window. */
  async mustBeWithin(rate: NonNullable<Route['rate']>, caller: string): Promise<void> {
    const limit = LIMITS[rate]
    if (!limit) return
    await this.take(`rate:${rate}:${caller}`, limit.count, limit.windowSeconds)
  }

  /** Counts one use under a key; refuses beyond `count` (scaled by the configuration) in the window. */
  async take(key: string, count: number, windowSeconds: number): Promise<void> {
    const window = Math.floor(Date.now() / 1000 / windowSeconds)
    const slot = `${key}:${window}`
    const used =
      (await this.store.count(slot, windowSeconds)) ?? (await this.local.count(slot, windowSeconds))
    if (used <= count * this.config.rateLimitScale) return
    const seconds = Math.max(1, Math.ceil((window + 1) * windowSeconds - Date.now() / 1000))
    throw refusal('request.too-many', { seconds }, { retryAfterSeconds: seconds })
  }
}
