import { timingSafeEqual } from 'node:crypto'
import { Controller, Req, Res } from '@nestjs/common'
import { operationsRoutes, type JobView, type OutboxEntryView } from '@weibao/contracts/operations'
import type { InputOf } from '@weibao/contracts/route'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Input, Serve } from './contract.decorators.js'
import { decodeCursor, toPage } from './cursor.js'
import { KeyValue } from './key-value.js'
import { Metrics } from './metrics.js'
import { OpenApi } from './openapi.js'
import { PlatformConfig } from './platform-config.js'
import { ProcessState } from './process-state.js'
import { notFound, refusal } from './refusal.js'
import { row, rows } from './sql.js'
import { UnitOfWork } from './unit-of-work.js'

type OutboxListRow = Omit<OutboxEntryView, 'createdAt' | 'availableAt'> & {
  createdAt: Date
  availableAt: Date
}
type JobRow = Omit<JobView, 'nextRunAt' | 'lastRunAt'> & { nextRunAt: Date; lastRunAt: Date | null }

const OUTBOX_COLUMNS = `id, kind, subscriber, state, attempts, created_at as "createdAt",
  available_at as "availableAt", last_error as "lastError"`

@Controller()
export class OperationsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: KeyValue,
    private readonly metrics: Metrics,
    private readonly openApi: OpenApi,
    private readonly config: PlatformConfig,
    private readonly state: ProcessState,
  ) {}

  @Serve(operationsRoutes.live)
  live() {
    return { status: 'ok' as const, checks: {} }
  }

  @Serve(operationsRoutes.ready)
  async ready() {
    if (this.state.isStopping) throw refusal('service.busy', {}, { retryAfterSeconds: 2 })
    await row(this.unitOfWork.reader, 'select 1 from migrations limit 1').catch(() => {
      throw refusal('service.busy', {}, { retryAfterSeconds: 2 })
    })
    const cache = (await this.store.isHealthy()) ? ('ok' as const) : ('degraded' as const)
    return { status: cache, checks: { database: 'ok' as const, cache } }
  }

  @Serve(operationsRoutes.metrics)
  async prometheus(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    if (!this.mayReadMetrics(request)) throw notFound()
    void reply.type('text/plain; version=0.0.4; charset=utf-8').header('Cache-Control', 'no-store')
    return this.metrics.text()
  }

  @Serve(operationsRoutes.openapi)
  document() {
    return this.openApi.document()
  }

  @Serve(operationsRoutes.listOutbox)
  async listOutbox(@Input() { query }: InputOf<typeof operationsRoutes.listOutbox>) {
    const cursor = decodeCursor(query.cursor, 1)
    const found = await rows<OutboxListRow>(
      this.unitOfWork.reader,
      `select ${OUTBOX_COLUMNS} from outbox where state = $1 and ($2::uuid is null or id < $2)
       order by id desc limit $3`,
      [query.state, cursor?.[0] ?? null, query.limit + 1],
    )
    return toPage(found, query.limit, (last) => [last.id], toOutboxView)
  }

  @Serve(operationsRoutes.rerunOutbox)
  async rerunOutbox(@Input() { params }: InputOf<typeof operationsRoutes.rerunOutbox>) {
    const found = await row<OutboxListRow>(
      this.unitOfWork.reader,
      `update outbox set state = 'waiting', attempts = 0, available_at = now() where id = $1 and state = 'dead'
       returning ${OUTBOX_COLUMNS}`,
      [params.id],
    )
    if (!found) throw notFound()
    return toOutboxView(found)
  }

  @Serve(operationsRoutes.listJobs)
  async listJobs() {
    const found = await rows<JobRow>(
      this.unitOfWork.reader,
      `select name, every_seconds as "everySeconds", next_run_at as "nextRunAt", last_run_at as "lastRunAt",
         last_millis as "lastMillis", last_error as "lastError" from jobs order by name`,
    )
    return {
      items: found.map((job) => ({
        ...job,
        nextRunAt: job.nextRunAt.toISOString(),
        lastRunAt: job.lastRunAt?.toISOString() ?? null,
      })),
    }
  }

  private mayReadMetrics(request: FastifyRequest): boolean {
    const token = this.config.metricsToken
    const sent = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
    if (
      token &&
      sent &&
      sent.length === token.length &&
      timingSafeEqual(Buffer.from(sent), Buffer.from(token))
    )
      return true
    return (
      !this.config.isProduction && ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(request.ip)
    )
  }
}

function toOutboxView(entry: OutboxListRow): OutboxEntryView {
  return {
    ...entry,
    createdAt: entry.createdAt.toISOString(),
    availableAt: entry.availableAt.toISOString(),
  }
}
