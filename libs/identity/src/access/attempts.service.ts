import { Injectable, type OnModuleInit } from '@nestjs/common'
import type { ProblemCode } from '@weibao/contracts/problems'
import { Clock } from '@weibao/kernel'
import { execute, Jobs, refusal, row, UnitOfWork } from '@weibao/platform'
import { Secrets } from './secrets.js'

export interface AttemptLimit {
  readonly count: number
  readonly minutes: number
  readonly problem: Extract<ProblemCode, 'sign-in.too-many' | 'code.too-many'>
}

const FIFTEEN = { minutes: 15, problem: 'sign-in.too-many' } as const
/** What may be tried how often. A sliding window: never more than `count` in any `minutes`. */
export const attemptLimits = {
  passwordOfAccount: { count: 10, ...FIFTEEN },
  passwordFromAddress: { count: 100, ...FIFTEEN },
  secondFactor: { count: 10, ...FIFTEEN },
  codesToContact: { count: 5, minutes: 60, problem: 'code.too-many' },
  codesFromAddress: { count: 100, minutes: 60, problem: 'code.too-many' },
} as const satisfies Record<string, AttemptLimit>

/** A use of a limit, to be given back when it turned out to be no guess. */
export interface Attempted {
  readonly key: string
  readonly time: Date
}

/**
 * Counts guesses in PostgreSQL, so that the limits hold for all processes and without Redis. Each
 * use is written before the guess is looked at, in a statement of its own that no rollback undoes.
 */
@Injectable()
export class Attempts implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly secrets: Secrets,
  ) {}

  onModuleInit(): void {
    this.jobs.every(3600, 'forget-old-attempts', () => this.forgetOld())
  }

  /** Uses one of `limit.count`; refuses with 429 and Retry-After when there is none left. */
  async take(limit: AttemptLimit, key: string): Promise<Attempted> {
    const time = this.clock.now()
    const window = limit.minutes * 60_000
    const since = new Date(time.getTime() - window)
    const until = new Date(time.getTime() + window)
    const taken = await row(
      this.unitOfWork.reader,
      `insert into attempts as a (key, times, expires_at) values ($1, array[$2::timestamptz], $4)
       on conflict (key) do update set expires_at = excluded.expires_at,
         times = array(select t from unnest(a.times) t where t > $3) || $2::timestamptz
       where (select count(*) from unnest(a.times) t where t > $3) < $5
       returning key`,
      [key, time, since, until, limit.count],
    )
    if (taken) return { key, time }
    const oldest = await row<{ time: Date | null }>(
      this.unitOfWork.reader,
      'select min(t) as time from attempts, unnest(times) t where key = $1 and t > $2',
      [key, since],
    )
    const waitMillis = (oldest?.time ?? time).getTime() + window - time.getTime()
    const retryAfterSeconds = Math.max(1, Math.ceil(waitMillis / 1000))
    throw refusal(
      limit.problem,
      { minutes: Math.ceil(retryAfterSeconds / 60) },
      { retryAfterSeconds },
    )
  }

  /** A name for a contact that belongs to nobody: its tries are counted, itself is not kept. */
  nameOf(contact: string): string {
    return this.secrets.digest('contact', contact).toString('base64url')
  }

  /** Gives uses back: a right answer was no guess, and takes nothing from those who guess. */
  async giveBack(used: readonly Attempted[]): Promise<void> {
    for (const { key, time } of used)
      await execute(
        this.unitOfWork.reader,
        `update attempts set times = times[:i - 1] || times[i + 1:]
         from (select array_position(times, $2::timestamptz) as i from attempts where key = $1) at
         where key = $1 and i is not null`,
        [key, time],
      )
  }

  private async forgetOld(): Promise<void> {
    await execute(this.unitOfWork.reader, 'delete from attempts where expires_at < $1', [
      this.clock.now(),
    ])
  }
}
