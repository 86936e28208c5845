import { Logger } from '@nestjs/common'
import { Redis } from 'ioredis'

/**
 * What may be lost: cached bytes, counters of rate limits, wake-ups. Losing it slows, never breaks;
 * so every method answers as if empty when the store is out of reach.
 */
export abstract class KeyValue {
  abstract readonly isShared: boolean
  abstract get(key: string): Promise<string | null>
  abstract set(key: string, value: string, ttlSeconds: number): Promise<void>
  abstract delete(key: string): Promise<void>
  /** Adds to a counter that starts with its window; the count, or null when out of reach. */
  abstract count(key: string, windowSeconds: number, uses?: number): Promise<number | null>
  abstract publish(channel: string, message: string): Promise<void>
  abstract subscribe(channel: string, listener: (message: string) => void): Promise<void>
  abstract isHealthy(): Promise<boolean>
  abstract close(): Promise<void>
}

const LIMIT = 50_000

/** The stand-in of one process, for development. */
export class MemoryKeyValue extends KeyValue {
  readonly isShared = false
  private readonly values = new Map<string, { value: string; until: number }>()
  private readonly listeners = new Map<string, Set<(message: string) => void>>()

  async get(key: string): Promise<string | null> {
    const found = this.values.get(key)
    return found && found.until > Date.now() ? found.value : null
  }

  async set(key: string, value: string, ttlSeconds: number): Promise<void> {
    this.values.delete(key)
    if (this.values.size >= LIMIT) this.values.delete(this.values.keys().next().value!)
    this.values.set(key, { value, until: Date.now() + ttlSeconds * 1000 })
  }

  async delete(key: string): Promise<void> {
    this.values.delete(key)
  }

  async count(key: string, windowSeconds: number, uses = 1): Promise<number> {
    const found = this.values.get(key)
    const isLive = found !== undefined && found.until > Date.now()
    const next = isLive ? Number(found.value) + uses : uses
    if (isLive) found.value = String(next)
    else await this.set(key, String(next), windowSeconds)
    return next
  }

  async publish(channel: string, message: string): Promise<void> {
    for (const listener of this.listeners.get(channel) ?? []) listener(message)
  }

  async subscribe(channel: string, listener: (message: string) => void): Promise<void> {
    this.listeners.set(channel, (this.listeners.get(channel) ?? new Set()).add(listener))
  }

  async isHealthy(): Promise<boolean> {
    return true
  }

  async close(): Promise<void> {}
}

/** One command where a pipeline takes four: the window begins with the first count. */
const COUNT_IN_WINDOW = {
  numberOfKeys: 1,
  lua: `local count = redis.call('INCRBY', KEYS[1], ARGV[2])
if count == tonumber(ARGV[2]) then redis.call('EXPIRE', KEYS[1], ARGV[1]) end
return count`,
}

type CountingRedis = Redis & {
  countInWindow(key: string, seconds: number, uses: number): Promise<number>
}

/** Redis, with short deadlines: an outage costs a call 200 ms at most, and nothing queues up. */
export class RedisKeyValue extends KeyValue {
  readonly isShared = true
  private readonly log = new Logger('redis')
  private readonly client: CountingRedis
  private subscriber: Redis | null = null
  private readonly listeners = new Map<string, Set<(message: string) => void>>()

  /** `namespace` keeps apart what shares a Redis: the name of the database. */
  constructor(
    private readonly url: string,
    private readonly namespace: string,
  ) {
    super()
    this.client = this.connect({
      enableOfflineQueue: false,
      commandTimeout: 200,
      maxRetriesPerRequest: 1,
    }) as CountingRedis
    this.client.defineCommand('countInWindow', COUNT_IN_WINDOW)
  }

  async get(key: string): Promise<string | null> {
    return this.attempt(() => this.client.get(this.named(key)), null)
  }

  async set(key: string, value: string, ttlSeconds: number): Promise<void> {
    await this.attempt(
      () => this.client.set(this.named(key), value, 'EX', Math.max(1, Math.ceil(ttlSeconds))),
      null,
    )
  }

  async delete(key: string): Promise<void> {
    await this.attempt(() => this.client.del(this.named(key)), 0)
  }

  async count(key: string, windowSeconds: number, uses = 1): Promise<number | null> {
    return this.attempt(() => this.client.countInWindow(this.named(key), windowSeconds, uses), null)
  }

  async publish(channel: string, message: string): Promise<void> {
    await this.attempt(() => this.client.publish(this.named(channel), message), 0)
  }

  async subscribe(channel: string, listener: (message: string) => void): Promise<void> {
    if (!this.subscriber) {
      this.subscriber = this.connect({ maxRetriesPerRequest: null })
      this.subscriber.on('message', (name: string, message: string) => {
        for (const each of this.listeners.get(name) ?? []) each(message)
      })
    }
    const name = this.named(channel)
    const known = this.listeners.get(name)
    this.listeners.set(name, (known ?? new Set()).add(listener))
    if (!known) await this.attempt(() => this.subscriber!.subscribe(name), 0)
  }

  async isHealthy(): Promise<boolean> {
    return this.attempt(async () => (await this.client.ping()) === 'PONG', false)
  }

  async close(): Promise<void> {
    this.client.disconnect()
    this.subscriber?.disconnect()
  }

  private named(key: string): string {
    return `${this.namespace}:${key}`
  }

  private connect(options: object): Redis {
    const client = new Redis(this.url, {
      connectTimeout: 2000,
      retryStrategy: (times) => Math.min(2000, times * 100),
      ...options,
    })
    client.on('error', (error) => this.log.warn(`redis: ${error.message}`))
    return client
  }

  private async attempt<T>(work: () => Promise<T>, otherwise: T): Promise<T> {
    try {
      return await work()
    } catch {
      return otherwise
    }
  }
}
