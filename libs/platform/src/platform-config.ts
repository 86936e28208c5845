/** What platform needs of the configuration; apps/api/src/config.ts parses and provides it. */
export abstract class PlatformConfig {
  abstract readonly isProduction: boolean
  /** The one origin that browsers use, no slash at the end. */
  abstract readonly publicOrigin: string
  abstract readonly databaseUrl: string
  /** Connections of this process; 10 to 16 on two cores. */
  abstract readonly databasePoolSize: number
  /** Null: in-process stand-in, development only. */
  abstract readonly redisUrl: string | null
  /** Bearer token that may read the metrics from elsewhere than this machine. */
  abstract readonly metricsToken: string | null
  /** Addresses of proxies whose X-Forwarded-For is believed. */
  abstract readonly trustedProxies: readonly string[]
  abstract readonly logLevel: string
  /** Multiplies every rate limit; 1 but for load tests, whose many guests share one address. */
  abstract readonly rateLimitScale: number
}

/** Name of the session cookie: the strict prefix wherever the origin is https. */
export function sessionCookieName(config: Pick<PlatformConfig, 'publicOrigin'>): string {
  return config.publicOrigin.startsWith('https:') ? '__Host-weibao' : 'weibao_session'
}
