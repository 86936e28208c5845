import { Injectable, Logger } from '@nestjs/common'
import { Clock, type Id } from '@weibao/kernel'
import { Jobs, Live, Outbox, PlatformConfig, UnitOfWork } from '@weibao/platform'
import { MailGateway, SmsGateway, UndeliverableMessage } from './message-gateways.js'
import { renderMail, renderSms } from './message-rendering.js'
import { OutgoingMessageRepository, type Outgoing } from './outgoing-message.repository.js'

const DAYS_KEPT = 30

/** Takes messages from the outbox to their gateways, and tells open pages about notifications. */
@Injectable()
export class MessageSender {
  private readonly log = new Logger('messages')

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly messages: OutgoingMessageRepository,
    private readonly mail: MailGateway,
    private readonly sms: SmsGateway,
    private readonly platform: PlatformConfig,
    private readonly clock: Clock,
  ) {}

  subscribe(outbox: Outbox, jobs: Jobs, live: Live): void {
    outbox.subscribe<{ messageId: Id }>('message.due', 'send-message', ({ messageId }) =>
      this.deliver(messageId),
    )
    outbox.subscribe<{ personId: Id }>('notification.written', 'tell-pages', ({ personId }) =>
      live.tellPerson(personId, { kind: 'notification' }),
    )
    jobs.every(86_400, 'forget-old-messages', async () => {
      const before = new Date(this.clock.now().getTime() - DAYS_KEPT * 86_400_000)
      await this.messages.forgetBefore(this.unitOfWork.reader, before)
    })
  }

  /**
   * Sends a message unless it went already. A crash between sending and noting it sends it twice,
   * under the same id.
   */
  async deliver(messageId: Id): Promise<void> {
    const reader = this.unitOfWork.reader
    const message = await this.messages.findUnsent(reader, messageId)
    if (!message) return
    let failure: string | null = null
    try {
      await this.hand(message)
    } catch (error) {
      if (!(error instanceof UndeliverableMessage)) throw error
      failure = error.message
      this.log.warn({ messageId, kind: message.kind, failure }, 'message cannot be delivered')
    }
    await this.messages.close(reader, messageId, this.clock.now(), failure)
  }

  private async hand({ id, channel, recipient, locale, kind, params }: Outgoing): Promise<void> {
    if (channel === 'sms') {
      const text = renderSms(kind, params, locale)
      if (text === null) throw new UndeliverableMessage(`unknown kind ${kind}`)
      return this.sms.send(id, recipient, text)
    }
    const mail = renderMail(kind, params, locale, this.platform.publicOrigin)
    if (mail === null) throw new UndeliverableMessage(`unknown kind ${kind}`)
    return this.mail.send(id, recipient, mail)
  }
}
