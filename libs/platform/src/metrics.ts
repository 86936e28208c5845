import { Injectable } from '@nestjs/common'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import { row } from './sql.js'
import { UnitOfWork } from './unit-of-work.js'

/** Prometheus metrics of this process, and of the queues in the database. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry()
  readonly requestSeconds = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer, by route and status',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [this.registry],
  })
  readonly problems = new Counter({
    name: 'http_problems_total',
    help: 'Refusals by status',
    labelNames: ['status'] as const,
    registers: [this.registry],
  })

  constructor(private readonly unitOfWork: UnitOfWork) {
    // The default of 10 wakes every process a hundred times a second, idle ones too. How busy the loop is says more.
    collectDefaultMetrics({ register: this.registry, eventLoopMonitoringPrecision: 1000 })
    const { registry } = this
    sayHowBusyTheLoopIs(registry)
    const waiting = new Gauge({
      name: 'outbox_waiting',
      help: 'Entries to hand over',
      registers: [registry],
    })
    const dead = new Gauge({
      name: 'outbox_dead',
      help: 'Entries that need an operator',
      registers: [registry],
    })
    const age = new Gauge({
      name: 'outbox_oldest_seconds',
      help: 'Age of the oldest due entry',
      registers: [registry],
    })
    this.readQueues = async () => {
      const found = await row<{ waiting: number; dead: number; age: number }>(
        this.unitOfWork.reader,
        `select count(*) filter (where state = 'waiting') as waiting, count(*) filter (where state = 'dead') as dead,
           coalesce(extract(epoch from now() - min(available_at) filter (where state = 'waiting')), 0)::float8 as age
         from outbox where state in ('waiting', 'dead')`,
      )
      waiting.set(found?.waiting ?? 0)
      dead.set(found?.dead ?? 0)
      age.set(Math.max(0, found?.age ?? 0))
    }
  }

  /** A histogram of a library's own, in milliseconds' steps. */
  timer<L extends string>(name: string, help: string, labelNames: readonly L[]): Histogram<L> {
    const buckets = [0.001, 0.0025, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5]
    return new Histogram({
      name,
      help,
      labelNames: [...labelNames],
      buckets,
      registers: [this.registry],
    })
  }

  private readonly readQueues: () => Promise<void>

  async text(): Promise<string> {
    await this.readQueues().catch(() => undefined)
    return this.registry.metrics()
  }
}

function sayHowBusyTheLoopIs(registry: Registry): void {
  let before = performance.eventLoopUtilization()
  new Gauge({
    name: 'nodejs_eventloop_utilization_ratio',
    help: 'Share of the time since the last reading in which the event loop was at work',
    registers: [registry],
    collect() {
      const now = performance.eventLoopUtilization()
      this.set(performance.eventLoopUtilization(now, before).utilization)
      before = now
    },
  })
}
