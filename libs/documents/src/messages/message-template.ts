import type { Locale } from '@weibao/contracts/basics'
import type { NotificationGroup } from '@weibao/contracts/notification'

export interface Words {
  /** Subject of the mail and title of the notification. */
  readonly subject: string
  /** What happened, what is safe, what to do: one to three sentences. */
  readonly body: string
  /** Short form; the signature 【维宝】 is added. The body when absent. */
  readonly sms?: string
}

export interface MessageTemplate<P> {
  readonly group: NotificationGroup
  /** Goes by mail whatever the preferences say. */
  readonly isSecurity?: true
  /** Where to go on the site. */
  readonly path?: (params: P) => string
  readonly words: Readonly<Record<Locale, (params: P) => Words>>
}
