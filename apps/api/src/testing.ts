import { readConfig, type AppConfig } from './config.js'

/** A configuration of development on a given database, for tests that compose the application. */
export function testConfig(databaseUrl: string, extra: NodeJS.ProcessEnv = {}): AppConfig {
  return readConfig({
    PUBLIC_ORIGIN: 'http://localhost:3000',
    DATABASE_URL: databaseUrl,
    STRIPE_SECRET_KEY: 'sk_test_weibao_sandbox',
    STRIPE_WEBHOOK_SECRET: 'whsec_weibao_sandbox',
    STRIPE_API_BASE: 'http://127.0.0.1:9',
    SESSION_SECRET: 'a session secret for tests only, 32+',
    DATA_ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'),
    LOG_LEVEL: 'silent',
    ...extra,
  })
}
