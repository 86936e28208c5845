import { Injectable } from '@nestjs/common'
import type { Locale } from '@weibao/contracts/basics'
import type { Id } from '@weibao/kernel'
import { execute, row, type Reader, type Tx } from '@weibao/platform'

export type Channel = 'mail' | 'sms'

export interface Outgoing {
  readonly id: Id
  readonly channel: Channel
  readonly recipient: string
  readonly locale: Locale
  readonly kind: string
  readonly params: Readonly<Record<string, unknown>>
}

/** All SQL about mail and SMS on their way. */
@Injectable()
export class OutgoingMessageRepository {
  async add(tx: Tx, message: Outgoing, now: Date): Promise<void> {
    const { id, channel, recipient, locale, kind, params } = message
    await execute(
      tx,
      `insert into outgoing_messages (id, channel, recipient, locale, kind, params, created_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [id, channel, recipient, locale, kind, JSON.stringify(params), now],
    )
  }

  /** The message, when it still has to be sent. */
  findUnsent(reader: Reader, id: Id): Promise<Outgoing | null> {
    return row(
      reader,
      `select id, channel, recipient, locale, kind, params from outgoing_messages
       where id = $1 and sent_at is null and params is not null`,
      [id],
    )
  }

  /** Remembers that it went (or, with a failure, that it never will) and forgets its content. */
  async close(reader: Reader, id: Id, now: Date, failure: string | null): Promise<void> {
    await execute(
      reader,
      `update outgoing_messages set params = null, failure = $3,
         sent_at = case when $3::text is null then $2::timestamptz end where id = $1`,
      [id, now, failure],
    )
  }

  forgetBefore(reader: Reader, time: Date): Promise<number> {
    return execute(reader, 'delete from outgoing_messages where created_at < $1', [time])
  }

  /** Also what a development mailbox holds. */
  async eraseOf(tx: Tx, recipients: readonly string[]): Promise<void> {
    await execute(tx, 'delete from outgoing_messages where recipient = any($1)', [recipients])
    await execute(tx, 'delete from mailbox_messages where recipient = any($1)', [recipients])
  }
}
