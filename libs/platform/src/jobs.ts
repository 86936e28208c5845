import { Injectable, Logger } from '@nestjs/common'
import { invariant } from '@weibao/kernel'
import { underLease } from './lease.js'
import { execute, row } from './sql.js'
import { UnitOfWork } from './unit-of-work.js'

interface Job {
  readonly everySeconds: number
  readonly run: () => Promise<void>
}

/** A killed worker's job is taken by another this soon. */
const LEASE_SECONDS = 15
const RENEW_SECONDS = 5

/**
 * Schedules as rows: each due job is taken by one worker under a lease. Jobs are small and safe to
 * run twice; a killed worker's job is taken again when its lease ends.
 */
@Injectable()
export class Jobs {
  private readonly log = new Logger('jobs')
  private readonly jobs = new Map<string, Job>()

  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Declares a job under a permanent name; call it in `onModuleInit`. */
  every(everySeconds: number, name: string, run: () => Promise<void>): void {
    invariant(!this.jobs.has(name), `job declared twice: ${name}`)
    this.jobs.set(name, { everySeconds, run })
  }

  /** Writes the declared jobs as rows. The worker calls it once at start. */
  async prepare(): Promise<void> {
    await execute(
      this.unitOfWork.reader,
      `insert into jobs (name, every_seconds, next_run_at)
       select name, seconds, now() from unnest($1::text[], $2::int[]) as t(name, seconds)
       on conflict (name) do update set every_seconds = excluded.every_seconds`,
      [[...this.jobs.keys()], [...this.jobs.values()].map((job) => job.everySeconds)],
    )
  }

  /** Runs one due job, if there is one; whether there was. */
  async runDue(): Promise<boolean> {
    const due = await row<{ name: string }>(
      this.unitOfWork.reader,
      `update jobs set leased_until = now() + make_interval(secs => $1)
       where name = (select name from jobs
         where next_run_at <= now() and (leased_until is null or leased_until < now()) and name = any($2)
         order by next_run_at limit 1 for update skip locked)
       returning name`,
      [LEASE_SECONDS, [...this.jobs.keys()]],
    )
    if (!due) return false
    await underLease(
      RENEW_SECONDS,
      () => this.renew(due.name),
      () => this.run(due.name),
    )
    return true
  }

  private renew(name: string): Promise<unknown> {
    return execute(
      this.unitOfWork.reader,
      `update jobs set leased_until = now() + make_interval(secs => $2) where name = $1 and leased_until is not null`,
      [name, LEASE_SECONDS],
    )
  }

  /** Runs a job now, whatever its schedule says. For tests and operators. */
  async run(name: string): Promise<void> {
    const job = this.jobs.get(name)
    invariant(job, `no such job: ${name}`)
    const started = performance.now()
    let failure: string | null = null
    try {
      await job.run()
    } catch (error) {
      failure = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
      this.log.error({ err: error, job: name }, 'job failed')
    }
    await execute(
      this.unitOfWork.reader,
      `update jobs set leased_until = null, last_run_at = now(), last_millis = $2, last_error = $3,
         next_run_at = now() + make_interval(secs => every_seconds) where name = $1`,
      [name, Math.round(performance.now() - started), failure?.slice(0, 1000) ?? null],
    )
  }
}
