import { Injectable } from '@nestjs/common'
import type { NotificationGroup, NotificationPreference } from '@weibao/contracts/notification'
import type { Id } from '@weibao/kernel'
import { execute, row, rows, type Reader, type Tx } from '@weibao/platform'

export interface StoredNotification {
  readonly id: Id
  readonly kind: string
  readonly params: Readonly<Record<string, unknown>>
  readonly readAt: Date | null
  readonly createdAt: Date
}

const COLUMNS = 'id, kind, params, read_at as "readAt", created_at as "createdAt"'

/** All SQL about notifications and what a person wants by mail and SMS. */
@Injectable()
export class NotificationRepository {
  async add(tx: Tx, personId: Id, notification: StoredNotification): Promise<void> {
    const { id, kind, params, createdAt } = notification
    await execute(
      tx,
      `insert into notifications (id, person_id, kind, params, created_at)
       values ($1, $2, $3, $4, $5)`,
      [id, personId, kind, JSON.stringify(params), createdAt],
    )
  }

  list(
    reader: Reader,
    personId: Id,
    page: { readonly before: unknown; readonly limit: number; readonly isUnreadOnly: boolean },
  ): Promise<StoredNotification[]> {
    return rows(
      reader,
      `select ${COLUMNS} from notifications
       where person_id = $1 and ($2::uuid is null or id < $2) and (not $3 or read_at is null)
       order by id desc limit $4`,
      [personId, page.before, page.isUnreadOnly, page.limit],
    )
  }

  async countUnread(reader: Reader, personId: Id): Promise<number> {
    const found = await row<{ count: number }>(
      reader,
      `select count(*)::int as count from notifications where person_id = $1 and read_at is null`,
      [personId],
    )
    return found?.count ?? 0
  }

  markRead(reader: Reader, personId: Id, id: Id, now: Date): Promise<StoredNotification | null> {
    return row(
      reader,
      `update notifications set read_at = coalesce(read_at, $3) where id = $2 and person_id = $1
       returning ${COLUMNS}`,
      [personId, id, now],
    )
  }

  markAllRead(reader: Reader, personId: Id, now: Date): Promise<number> {
    return execute(
      reader,
      `update notifications set read_at = $2 where person_id = $1 and read_at is null`,
      [personId, now],
    )
  }

  async preferences(
    reader: Reader,
    personId: Id,
  ): Promise<Map<NotificationGroup, NotificationPreference>> {
    const found = await rows<NotificationPreference>(
      reader,
      `select topic as "group", mail, sms from notification_preferences where person_id = $1`,
      [personId],
    )
    return new Map(found.map((preference) => [preference.group, preference]))
  }

  async setPreference(tx: Tx, personId: Id, preference: NotificationPreference): Promise<void> {
    const { group, mail, sms } = preference
    await execute(
      tx,
      `insert into notification_preferences (person_id, topic, mail, sms) values ($1, $2, $3, $4)
       on conflict (person_id, topic) do update set mail = excluded.mail, sms = excluded.sms`,
      [personId, group, mail, sms],
    )
  }

  /** Everything written for a person, oldest first: for the export of their data. */
  all(reader: Reader, personId: Id): Promise<StoredNotification[]> {
    return rows(reader, `select ${COLUMNS} from notifications where person_id = $1 order by id`, [
      personId,
    ])
  }

  async erase(tx: Tx, personId: Id): Promise<void> {
    await execute(tx, 'delete from notifications where person_id = $1', [personId])
    await execute(tx, 'delete from notification_preferences where person_id = $1', [personId])
  }
}
