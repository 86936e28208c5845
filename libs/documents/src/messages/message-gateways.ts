import { Injectable } from '@nestjs/common'
import { invariant, type Id } from '@weibao/kernel'
import { PlatformConfig } from '@weibao/platform'
import { createTransport, type Transporter } from 'nodemailer'
import { DocumentsConfig } from '../documents-config.js'
import { printableLine } from '../printable-text.js'
import { Mailbox } from './mailbox.js'
import type { RenderedMail } from './message-rendering.js'

/** Trying again cannot help: the address does not exist, or the message is refused for good. */
export class UndeliverableMessage extends Error {
  override readonly name = 'UndeliverableMessage'
}

const ADDRESS = /^[^\s@<>()[\]\\,;:"\p{C}]{1,64}@[^\s@<>()[\]\\,;:"\p{C}]{1,189}$/u
const MOBILE = /^\+?[0-9]{5,15}$/
const TIMEOUT_MILLIS = 15_000

/** Mail by SMTP (`MAIL_URL`), or into the development mailbox. */
@Injectable()
export class MailGateway {
  private transport: Transporter | null = null

  constructor(
    private readonly config: DocumentsConfig,
    private readonly platform: PlatformConfig,
    private readonly mailbox: Mailbox,
  ) {}

  /** Sends one mail to one address. `id` makes its Message-ID: a repetition can be told. */
  async send(id: Id, recipient: string, mail: RenderedMail): Promise<void> {
    if (!ADDRESS.test(recipient)) throw new UndeliverableMessage('not an address')
    const subject = printableLine(mail.subject)
    if (this.config.mailUrl.startsWith('mailbox:')) {
      return this.mailbox.put({ id, channel: 'mail', recipient, subject, body: mail.text })
    }
    this.transport ??= createTransport({
      url: this.config.mailUrl,
      connectionTimeout: TIMEOUT_MILLIS,
      greetingTimeout: TIMEOUT_MILLIS,
      socketTimeout: TIMEOUT_MILLIS,
    })
    const host = new URL(this.platform.publicOrigin).hostname
    try {
      await this.transport.sendMail({
        from: this.config.mailFrom,
        to: { name: '', address: recipient },
        messageId: `<${id}@${host}>`,
        subject,
        text: mail.text,
        html: mail.html,
        headers: { 'Auto-Submitted': 'auto-generated' },
        disableFileAccess: true,
        disableUrlAccess: true,
      })
    } catch (error) {
      const status = (error as { responseCode?: unknown }).responseCode
      if (typeof status === 'number' && status >= 550 && status <= 553) {
        throw new UndeliverableMessage(`refused with ${status}`)
      }
      throw error
    }
  }
}

/** SMS by an HTTP gateway that takes `{id, to, text}` (`SMS_URL`), or into the mailbox. */
@Injectable()
export class SmsGateway {
  constructor(
    private readonly config: DocumentsConfig,
    private readonly mailbox: Mailbox,
  ) {}

  async send(id: Id, recipient: string, text: string): Promise<void> {
    if (!MOBILE.test(recipient)) throw new UndeliverableMessage('not a number')
    if (this.config.smsUrl.startsWith('mailbox:')) {
      return this.mailbox.put({ id, channel: 'sms', recipient, subject: null, body: text })
    }
    const { url, authorization } = splitUrl(this.config.smsUrl)
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...authorization },
      body: JSON.stringify({ id, to: recipient, text }),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MILLIS),
    })
    await answer.body?.cancel()
    if (answer.status === 422) throw new UndeliverableMessage('refused with 422')
    if (!answer.ok) throw new Error(`SMS gateway answered ${answer.status}`)
  }
}

/** User and password of the gateway's URL go as a header: `fetch` does not take them in the URL. */
function splitUrl(text: string): { url: string; authorization: Record<string, string> } {
  const url = new URL(text)
  invariant(url.protocol === 'https:' || url.protocol === 'http:', 'SMS_URL is an http address')
  const user = decodeURIComponent(url.username)
  const password = decodeURIComponent(url.password)
  url.username = url.password = ''
  if (!user && !password) return { url: url.href, authorization: {} }
  const credentials = Buffer.from(`${user}:${password}`).toString('base64')
  return { url: url.href, authorization: { authorization: `Basic ${credentials}` } }
}
