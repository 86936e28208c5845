import { Injectable } from '@nestjs/common'
import type { MailboxMessage } from '@weibao/contracts/mailbox'
import { Clock, invariant, type Id } from '@weibao/kernel'
import { execute, notFound, PlatformConfig, rows, UnitOfWork } from '@weibao/platform'
import type { Channel } from './outgoing-message.repository.js'

interface Delivered {
  readonly id: Id
  readonly channel: Channel
  readonly recipient: string
  readonly subject: string | null
  readonly body: string
}

const KEPT = 1_000

/** Where mail and SMS go in development, to be looked at. Does not exist in production. */
@Injectable()
export class Mailbox {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly platform: PlatformConfig,
    private readonly clock: Clock,
  ) {}

  /** Keeps a message; the same id again changes nothing. */
  async put({ id, channel, recipient, subject, body }: Delivered): Promise<void> {
    invariant(!this.platform.isProduction, 'there is no mailbox in production')
    await execute(
      this.unitOfWork.reader,
      `insert into mailbox_messages (id, channel, recipient, subject, body, created_at)
       values ($1, $2, $3, $4, $5, $6) on conflict (id) do nothing`,
      [id, channel, recipient, subject, body, this.clock.now()],
    )
    await execute(
      this.unitOfWork.reader,
      `delete from mailbox_messages where id < (
         select id from mailbox_messages order by id desc offset $1 limit 1)`,
      [KEPT],
    )
  }

  /** The latest messages, newest first, of one recipient or of all. Refuses in production. */
  async latest(limit: number, recipient: string | null = null): Promise<MailboxMessage[]> {
    if (this.platform.isProduction) throw notFound()
    const found = await rows<Omit<MailboxMessage, 'createdAt'> & { createdAt: Date }>(
      this.unitOfWork.reader,
      `select id, channel, recipient, subject, body, created_at as "createdAt"
       from mailbox_messages where $2::text is null or recipient = $2 order by id desc limit $1`,
      [limit, recipient],
    )
    return found.map((each) => ({ ...each, createdAt: each.createdAt.toISOString() }))
  }
}
