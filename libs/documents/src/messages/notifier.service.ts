import { Injectable } from '@nestjs/common'
import type { Locale } from '@weibao/contracts/basics'
import type { NotificationGroup, NotificationPreference } from '@weibao/contracts/notification'
import { Clock, newId, type Id } from '@weibao/kernel'
import { Outbox, type Reader, type Tx } from '@weibao/platform'
import { Contacts } from './contacts.js'
import type { MessageKind, MessageParams, NoticeKind } from './message-kinds.js'
import { messageTemplates } from './message-templates.js'
import { NotificationRepository } from './notification.repository.js'
import { OutgoingMessageRepository, type Channel } from './outgoing-message.repository.js'

/** Something to tell a person: a kind and what it needs to know. */
export type Notice = {
  [K in NoticeKind]: { readonly personId: Id; readonly kind: K; readonly params: MessageParams[K] }
}[NoticeKind]

/** A message to an address, whoever is behind it: codes and invitations. */
export type DirectMessage = {
  [K in MessageKind]: {
    readonly channel: Channel
    readonly recipient: string
    readonly locale: Locale
    readonly kind: K
    readonly params: MessageParams[K]
  }
}[MessageKind]

/** What somebody gets who never chose. */
export function defaultPreference(group: NotificationGroup): NotificationPreference {
  return { group, mail: true, sms: false }
}

/** Tells people things, in the transaction that made them true; mail and SMS follow its commit. */
@Injectable()
export class Notifier {
  constructor(
    private readonly notifications: NotificationRepository,
    private readonly outgoing: OutgoingMessageRepository,
    private readonly contacts: Contacts,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Writes the notification on the site and, as the person prefers, a mail and an SMS. */
  async notify(tx: Tx, { personId, kind, params }: Notice): Promise<Id> {
    const id = newId()
    const createdAt = this.clock.now()
    const stored = { id, kind, params: { ...params }, readAt: null, createdAt }
    await this.notifications.add(tx, personId, stored)
    await this.outbox.add(tx, { kind: 'notification.written', payload: { personId, id } })

    const contact = await this.contacts.find(tx, personId)
    if (!contact) return id
    const { group, isSecurity } = messageTemplates[kind]
    const chosen = (await this.notifications.preferences(tx, personId)).get(group)
    const { mail, sms } = chosen ?? defaultPreference(group)
    const message = { locale: contact.locale, kind, params } as const
    if (contact.email && (mail || isSecurity)) {
      await this.send(tx, {
        ...message,
        channel: 'mail',
        recipient: contact.email,
      } as DirectMessage)
    }
    const isOnlyWay = isSecurity && !contact.email
    if (contact.mobile && (sms || isOnlyWay)) {
      await this.send(tx, {
        ...message,
        channel: 'sms',
        recipient: contact.mobile,
      } as DirectMessage)
    }
    return id
  }

  /** Sends a mail or SMS to an address after the commit: at least once, content forgotten then. */
  async send(tx: Tx, message: DirectMessage): Promise<void> {
    const id = newId()
    const params = { ...message.params }
    await this.outgoing.add(tx, { ...message, id, params }, this.clock.now())
    await this.outbox.add(tx, { kind: 'message.due', payload: { messageId: id } })
  }

  /** What a person was told, for the export of their data. */
  async exportOf(reader: Reader, personId: Id): Promise<Readonly<Record<string, unknown>>> {
    const preferences = await this.notifications.preferences(reader, personId)
    const notifications = await this.notifications.all(reader, personId)
    return { notifications, preferences: [...preferences.values()] }
  }

  /** Forgets a person: what they were told, what they chose, and what went to their addresses. */
  async erase(tx: Tx, personId: Id, recipients: readonly string[]): Promise<void> {
    await this.notifications.erase(tx, personId)
    await this.outgoing.eraseOf(tx, recipients)
  }
}
