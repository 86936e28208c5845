import { describe, expect, it } from 'vitest'
import { readConfig } from './config.js'

const development = {
  PUBLIC_ORIGIN: 'http://localhost:3000',
  DATABASE_URL: 'postgres://app:n0t-w3ak@127.0.0.1/market',
  STRIPE_SECRET_KEY: 'sk_test_local',
  STRIPE_WEBHOOK_SECRET: 'whsec_local',
  SESSION_SECRET: 'x'.repeat(32),
  DATA_ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'),
}

describe('the configuration', () => {
  it('lets a load test widen the rate limits, production never', () => {
    expect(readConfig(development).rateLimitScale).toBe(1)
    const widened = { ...development, RATE_LIMIT_SCALE: '1000' }
    expect(readConfig(widened).rateLimitScale).toBe(1000)
    expect(() => readConfig({ ...widened, WEIBAO_MODE: 'production' })).toThrow(
      'RATE_LIMIT_SCALE above 1',
    )
  })

  it('names every variable that is missing or wrong at once', () => {
    const faulty = { ...development, SESSION_SECRET: 'short', PORT: '99999' }
    expect(() => readConfig(faulty)).toThrow(/PORT.*SESSION_SECRET/)
  })
})
