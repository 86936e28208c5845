import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { MemoryKeyValue } from './key-value.js'
import type { PlatformConfig } from './platform-config.js'
import { RateLimits } from './rate-limits.js'

/** A store that says how often it was asked. */
class Store extends MemoryKeyValue {
  asked = 0

  override count(...of: Parameters<MemoryKeyValue['count']>): Promise<number> {
    this.asked++
    return super.count(...of)
  }
}

const limitsOf = (rateLimitScale: number, store = new Store()) =>
  new RateLimits(store, { rateLimitScale } as PlatformConfig)
/** A window so long that no test crosses its end. */
const windowSeconds = 365 * 24 * 3600
const TOO_MANY = { code: 'request.too-many', retryAfterSeconds: expect.any(Number) as number }

/** How many of so many uses, over processes in turn, are let through. */
async function letThrough(processes: readonly RateLimits[], uses: number, limit: object) {
  let through = 0
  for (let n = 0; n < uses; n++) {
    const found = processes[n % processes.length]!
    const taken = found.take('a', { count: 100, windowSeconds, ...limit })
    through += await taken.then(
      () => 1,
      () => 0,
    )
  }
  return through
}

beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-06-01T00:00:00Z') }))
afterEach(() => void vi.useRealTimers())

describe('rate limits', () => {
  it('refuse the use after the last one, and say when to come back', async () => {
    const limits = limitsOf(1)
    const limit = { count: 3, windowSeconds }
    for (let i = 0; i < 3; i++) await limits.take('orders:a', limit)
    await expect(limits.take('orders:a', limit)).rejects.toMatchObject(TOO_MANY)
    await limits.take('orders:b', limit)
  })

  it('are as many times wider as the configuration says', async () => {
    const limits = limitsOf(2)
    const limit = { count: 3, windowSeconds }
    for (let i = 0; i < 6; i++) await limits.take('orders:a', limit)
    await expect(limits.take('orders:a', limit)).rejects.toMatchObject(TOO_MANY)
  })

  it('hold over several processes to the last use where none counts ahead', async () => {
    const store = new Store()
    expect(await letThrough([limitsOf(1, store), limitsOf(1, store)], 300, {})).toBe(100)
  })
})

describe('a process that counts ahead', () => {
  it('tells several uses at once, and lets nobody have more than those beyond the limit', async () => {
    const store = new Store()
    const processes = [limitsOf(1, store), limitsOf(1, store), limitsOf(1, store)]
    const through = await letThrough(processes, 300, { ahead: 10 })
    expect(through).toBeGreaterThanOrEqual(100)
    expect(through).toBeLessThanOrEqual(100 + 3 * 10)
    expect(store.asked).toBeLessThan(260)
  })

  it('lets a caller alone have exactly the limit', async () => {
    expect(await letThrough([limitsOf(1)], 300, { ahead: 10 })).toBe(100)
  })

  it('tells what it kept with the first use after a second', async () => {
    const store = new Store()
    const limits = limitsOf(1, store)
    const limit = { count: 100, windowSeconds, ahead: 10 }
    for (let n = 0; n < 5; n++) await limits.take('a', limit)
    expect(store.asked).toBe(1)
    vi.advanceTimersByTime(1000)
    await limits.take('a', limit)
    expect(store.asked).toBe(2)
    const slot = `a:${Math.floor(Date.now() / 1000 / windowSeconds)}`
    expect(await store.get(slot)).toBe('6')
  })

  it('asks each time once the caller has come near the limit', async () => {
    const store = new Store()
    const limits = limitsOf(1, store)
    await letThrough([limits], 60, { ahead: 10 })
    const { asked } = store
    await letThrough([limits], 20, { ahead: 10 })
    expect(store.asked - asked).toBe(20)
  })
})
