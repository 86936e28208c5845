import { TypeOrmModule } from '@nestjs/typeorm'
import type { DynamicModule } from '@nestjs/common'
import { PlatformConfig } from './platform-config.js'
import { preparingClient } from './preparing-client.js'

/** The connection pool of this process. Entities come from the modules; the schema from migrations. */
export function databaseModule(applicationName: string): DynamicModule {
  return TypeOrmModule.forRootAsync({
    inject: [PlatformConfig],
    useFactory: (config: PlatformConfig) => ({
      type: 'postgres' as const,
      url: config.databaseUrl,
      applicationName,
      autoLoadEntities: true,
      synchronize: false,
      migrationsRun: false,
      logging: false,
      poolSize: config.databasePoolSize,
      connectTimeoutMS: 5000,
      retryAttempts: 5,
      retryDelay: 1000,
      extra: {
        Client: preparingClient(),
        idleTimeoutMillis: 30_000,
        statement_timeout: 5000,
        lock_timeout: 3000,
        idle_in_transaction_session_timeout: 10_000,
      },
    }),
  })
}
