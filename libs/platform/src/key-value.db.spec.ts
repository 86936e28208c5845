import { randomUUID } from 'node:crypto'
import { Redis } from 'ioredis'
import { afterAll, describe, expect, it } from 'vitest'
import { MemoryKeyValue, RedisKeyValue } from './key-value.js'

const url = process.env['WEIBAO_TEST_REDIS_URL'] ?? ''
const namespace = `key-value-${randomUUID()}`

describe.runIf(url !== '')('counters in Redis', () => {
  const two = [new RedisKeyValue(url, namespace), new RedisKeyValue(url, namespace)]
  const redis = new Redis(url)
  afterAll(async () => {
    await Promise.all(two.map((store) => store.close()))
    redis.disconnect()
  })

  it('are shared by processes: of many at once each gets a number of its own', async () => {
    await expect.poll(() => two[0]!.isHealthy()).toBe(true)
    await expect.poll(() => two[1]!.isHealthy()).toBe(true)
    const counts = await Promise.all(
      Array.from({ length: 100 }, (_, n) => two[n % 2]!.count('many', 60)),
    )
    expect(counts.sort((a, b) => Number(a) - Number(b))).toEqual(
      Array.from({ length: 100 }, (_, n) => n + 1),
    )
  })

  it('end with the window that the first count began', async () => {
    await two[0]!.count('window', 60)
    await redis.expire(`${namespace}:window`, 30)
    expect(await two[1]!.count('window', 60)).toBe(2)
    const left = await redis.ttl(`${namespace}:window`)
    expect(left).toBeGreaterThan(0)
    expect(left).toBeLessThanOrEqual(30)
  })

  it('count on after Redis has forgotten its scripts', async () => {
    await two[0]!.count('script', 60)
    await redis.script('FLUSH')
    expect(await two[0]!.count('script', 60)).toBe(2)
  })

  it('are said to be out of reach, not zero, when Redis is away', async () => {
    const away = new RedisKeyValue('redis://127.0.0.1:1', namespace)
    expect(await away.count('away', 60)).toBeNull()
    await away.close()
  })
})

describe('counters in one process', () => {
  it('count from one in each window', async () => {
    const store = new MemoryKeyValue()
    expect([await store.count('a', 60), await store.count('a', 60)]).toEqual([1, 2])
    expect(await store.count('b', 60)).toBe(1)
  })
})
