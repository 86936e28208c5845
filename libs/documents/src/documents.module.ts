import { Module, type OnModuleInit } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { Jobs, Live, Outbox } from '@weibao/platform'
import { FileBytes } from './files/file-bytes.js'
import { FileController } from './files/file.controller.js'
import { StoredFile } from './files/file.entity.js'
import { Files } from './files/file.service.js'
import { Contacts } from './messages/contacts.js'
import { Mailbox } from './messages/mailbox.js'
import { MailboxController } from './messages/mailbox.controller.js'
import { MailGateway, SmsGateway } from './messages/message-gateways.js'
import { MessageSender } from './messages/message-sender.service.js'
import {
  MailboxEntry,
  Notification,
  NotificationPreferenceEntry,
  OutgoingMessage,
} from './messages/message.entity.js'
import { NotificationController } from './messages/notification.controller.js'
import { NotificationDesk } from './messages/notification-desk.service.js'
import { NotificationRepository } from './messages/notification.repository.js'
import { Notifier } from './messages/notifier.service.js'
import { OutgoingMessageRepository } from './messages/outgoing-message.repository.js'
import { NumberSeriesEntry } from './numbers/number-series.entity.js'
import { NumberSeries } from './numbers/number-series.js'
import { SheetImportRecord } from './sheets/sheet-import.entity.js'
import { WebhookController } from './webhooks/webhook.controller.js'
import { WebhookDesk } from './webhooks/webhook-desk.service.js'
import { WebhookAttempt, WebhookDelivery, WebhookEndpoint } from './webhooks/webhook.entity.js'
import { WebhookRepository } from './webhooks/webhook.repository.js'
import { WebhookSettings } from './webhooks/webhook-settings.js'
import { Webhooks } from './webhooks/webhooks.service.js'

const entities = [
  SheetImportRecord,
  NumberSeriesEntry,
  StoredFile,
  Notification,
  NotificationPreferenceEntry,
  OutgoingMessage,
  MailboxEntry,
  WebhookEndpoint,
  WebhookDelivery,
  WebhookAttempt,
]

/** Papers, sheets, numbers, files and messages. Needs a global `DocumentsConfig` (apps/api). */
@Module({
  imports: [TypeOrmModule.forFeature(entities)],
  controllers: [FileController, NotificationController, MailboxController, WebhookController],
  providers: [
    NumberSeries,
    FileBytes,
    Files,
    Contacts,
    Notifier,
    NotificationDesk,
    NotificationRepository,
    OutgoingMessageRepository,
    MessageSender,
    MailGateway,
    SmsGateway,
    Mailbox,
    Webhooks,
    WebhookDesk,
    WebhookRepository,
    WebhookSettings,
  ],
  exports: [NumberSeries, Files, Notifier, Contacts, Webhooks],
})
export class DocumentsModule implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly jobs: Jobs,
    private readonly live: Live,
    private readonly sender: MessageSender,
    private readonly webhooks: Webhooks,
  ) {}

  onModuleInit(): void {
    this.sender.subscribe(this.outbox, this.jobs, this.live)
    this.webhooks.subscribe(this.outbox, this.jobs)
  }
}
