import { Injectable } from '@nestjs/common'
import type { Locale } from '@weibao/contracts/basics'
import {
  notificationGroups,
  type NotificationPreference,
  type NotificationView,
} from '@weibao/contracts/notification'
import { Clock, type Id } from '@weibao/kernel'
import { decodeCursor, notFound, toPage, UnitOfWork, type Actor } from '@weibao/platform'
import { renderNotice } from './message-rendering.js'
import { NotificationRepository, type StoredNotification } from './notification.repository.js'
import { defaultPreference } from './notifier.service.js'

interface Page {
  readonly limit: number
  readonly cursor?: string | undefined
  readonly state: 'all' | 'unread'
}

/** What a person does with their own notifications. */
@Injectable()
export class NotificationDesk {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly notifications: NotificationRepository,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, { limit, cursor, state }: Page) {
    const before = decodeCursor(cursor, 1)?.[0] ?? null
    const page = { before, limit: limit + 1, isUnreadOnly: state === 'unread' }
    const found = await this.notifications.list(this.unitOfWork.reader, actor.personId, page)
    return toPage(
      found,
      limit,
      (last) => [last.id],
      (each) => toView(each, actor.locale),
    )
  }

  async countUnread(actor: Actor): Promise<{ count: number }> {
    const reader = this.unitOfWork.reader
    return { count: await this.notifications.countUnread(reader, actor.personId) }
  }

  async read(actor: Actor, id: Id): Promise<NotificationView> {
    const reader = this.unitOfWork.reader
    const now = this.clock.now()
    const found = await this.notifications.markRead(reader, actor.personId, id, now)
    if (!found) throw notFound()
    return toView(found, actor.locale)
  }

  async readAll(actor: Actor): Promise<{ count: number }> {
    const reader = this.unitOfWork.reader
    const now = this.clock.now()
    return { count: await this.notifications.markAllRead(reader, actor.personId, now) }
  }

  async preferences(actor: Actor): Promise<{ items: NotificationPreference[] }> {
    const chosen = await this.notifications.preferences(this.unitOfWork.reader, actor.personId)
    return {
      items: notificationGroups.map((group) => chosen.get(group) ?? defaultPreference(group)),
    }
  }

  async setPreferences(
    actor: Actor,
    items: readonly NotificationPreference[],
  ): Promise<{ items: NotificationPreference[] }> {
    await this.unitOfWork.run(async (tx) => {
      for (const item of items) await this.notifications.setPreference(tx, actor.personId, item)
    })
    return this.preferences(actor)
  }
}

function toView(stored: StoredNotification, locale: Locale): NotificationView {
  return {
    id: stored.id,
    kind: stored.kind,
    ...renderNotice(stored.kind, stored.params, locale),
    readAt: stored.readAt?.toISOString() ?? null,
    createdAt: stored.createdAt.toISOString(),
  }
}
