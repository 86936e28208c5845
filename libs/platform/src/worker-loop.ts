import { Injectable, Logger } from '@nestjs/common'
import { Jobs } from './jobs.js'
import { OutboxRelay } from './outbox.relay.js'

/** Somebody may wait for what an event sets going; jobs are due by the second. */
const OUTBOX_IDLE_MILLIS = 400
const JOBS_IDLE_MILLIS = 1000

/** The worker's life: hand over the outbox, run what is due, rest a little when there is nothing. */
@Injectable()
export class WorkerLoop {
  private readonly log = new Logger('worker')
  private isStopping = false
  private running: Promise<unknown> = Promise.resolve()

  constructor(
    private readonly relay: OutboxRelay,
    private readonly jobs: Jobs,
  ) {}

  start(): void {
    this.running = Promise.all([
      this.repeat(OUTBOX_IDLE_MILLIS, async () => (await this.relay.deliverBatch()) > 0),
      this.prepareThenRunJobs(),
    ])
  }

  /** Takes no more work and waits for what is under way. */
  async stop(): Promise<void> {
    this.isStopping = true
    await this.running
  }

  private async prepareThenRunJobs(): Promise<void> {
    let isPrepared = false
    await this.repeat(JOBS_IDLE_MILLIS, async () => {
      if (!isPrepared) await this.jobs.prepare()
      isPrepared = true
      return this.jobs.runDue()
    })
  }

  private async repeat(idleMillis: number, step: () => Promise<boolean>): Promise<void> {
    while (!this.isStopping) {
      const didWork = await step().catch((error: unknown) => {
        this.log.error({ err: error }, 'step failed')
        return false
      })
      if (!didWork) await new Promise((resolve) => setTimeout(resolve, idleMillis))
    }
  }
}
