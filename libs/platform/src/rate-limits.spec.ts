import { describe, expect, it } from 'vitest'
import { MemoryKeyValue } from './key-value.js'
import type { PlatformConfig } from './platform-config.js'
import { RateLimits } from './rate-limits.js'

const limitsOf = (rateLimitScale: number) =>
  new RateLimits(new MemoryKeyValue(), { rateLimitScale } as PlatformConfig)
/** A window so long that no test crosses its end. */
const YEAR = 365 * 24 * 3600

describe('rate limits', () => {
  it('refuse the use after the last one, and say when to come back', async () => {
    const limits = limitsOf(1)
    for (let i = 0; i < 3; i++) await limits.take('orders:a', 3, YEAR)
    await expect(limits.take('orders:a', 3, YEAR)).rejects.toMatchObject({
      code: 'request.too-many',
      retryAfterSeconds: expect.any(Number) as number,
    })
    await limits.take('orders:b', 3, YEAR)
  })

  it('are as many times wider as the configuration says', async () => {
    const limits = limitsOf(2)
    for (let i = 0; i < 6; i++) await limits.take('orders:a', 3, YEAR)
    await expect(limits.take('orders:a', 3, YEAR)).rejects.toMatchObject({
      code: 'request.too-many',
    })
  })
})
