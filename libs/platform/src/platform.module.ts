import { Global, Module, type OnApplicationShutdown } from '@nestjs/common'
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, DiscoveryModule, ModuleRef } from '@nestjs/core'
import { TypeOrmModule } from '@nestjs/typeorm'
import { Clock, SystemClock } from '@weibao/kernel'
import { AccessGuard } from './access.guard.js'
import { ContractInterceptor } from './contract.interceptor.js'
import { Idempotency } from './idempotency.js'
import { Jobs } from './jobs.js'
import { KeyValue, MemoryKeyValue, RedisKeyValue } from './key-value.js'
import { LiveController } from './live.controller.js'
import { Live } from './live.js'
import { Metrics } from './metrics.js'
import { OpenApi } from './openapi.js'
import { OperationsController } from './operations.controller.js'
import { IdempotencyEntry, JobEntry, OutboxEntry } from './outbox.entity.js'
import { Outbox } from './outbox.js'
import { OutboxRelay } from './outbox.relay.js'
import { PlatformConfig } from './platform-config.js'
import { ProblemFilter } from './problem.filter.js'
import { ProcessState } from './process-state.js'
import { RateLimits } from './rate-limits.js'
import { ReadyAnswers } from './ready-answers.js'
import { RoutesRegistry } from './routes-registry.js'
import { UnitOfWork } from './unit-of-work.js'
import { WorkerLoop } from './worker-loop.js'

const shared = [
  UnitOfWork,
  Outbox,
  OutboxRelay,
  Jobs,
  WorkerLoop,
  Idempotency,
  RateLimits,
  ReadyAnswers,
  Live,
  Metrics,
  OpenApi,
  RoutesRegistry,
  ProcessState,
]

/**
 * What every library stands on. Needs a global `PlatformConfig` (apps/api) and an `Authenticator`
 * (identity); the clock can be overridden in tests.
 */
@Global()
@Module({
  imports: [DiscoveryModule, TypeOrmModule.forFeature([OutboxEntry, JobEntry, IdempotencyEntry])],
  controllers: [OperationsController, LiveController],
  providers: [
    ...shared,
    { provide: Clock, useClass: SystemClock },
    {
      provide: KeyValue,
      inject: [PlatformConfig],
      useFactory: (config: PlatformConfig) =>
        config.redisUrl
          ? new RedisKeyValue(config.redisUrl, namespaceOf(config.databaseUrl))
          : new MemoryKeyValue(),
    },
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_INTERCEPTOR, useClass: ContractInterceptor },
  ],
  exports: [...shared, Clock, KeyValue],
})
export class PlatformModule implements OnApplicationShutdown {
  constructor(private readonly modules: ModuleRef) {}

  onModuleInit(): void {
    this.modules
      .get(Jobs)
      .every(3600, 'forget-old-idempotency-keys', () => this.modules.get(Idempotency).forgetOld())
  }

  async onApplicationShutdown(): Promise<void> {
    await this.modules.get(WorkerLoop).stop()
    await this.modules.get(KeyValue).close()
  }
}

function namespaceOf(databaseUrl: string): string {
  return `weibao:${new URL(databaseUrl).pathname.slice(1)}`
}
