import type { Locale } from '@weibao/contracts/basics'
import type { NotificationGroup } from '@weibao/contracts/notification'
import { printableLine, printableText } from '../printable-text.js'
import type { MessageKind, MessageParams } from './message-kinds.js'
import type { MessageTemplate, Words } from './message-template.js'
import { messageTemplates } from './message-templates.js'

export interface RenderedNotice {
  readonly group: NotificationGroup
  readonly title: string
  readonly body: string
  readonly path: string | null
}
export interface RenderedMail {
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** Parameters come back from the database, so their type is only as good as their writer. */
function templateOf(kind: string): MessageTemplate<MessageParams[MessageKind]> | null {
  if (!Object.hasOwn(messageTemplates, kind)) return null
  return messageTemplates[kind as MessageKind] as MessageTemplate<MessageParams[MessageKind]>
}

function render(kind: string, params: unknown, locale: Locale) {
  const template = templateOf(kind)
  if (!template) return null
  const typed = params as MessageParams[MessageKind]
  const words: Words = template.words[locale](typed)
  const subject = printableLine(words.subject)
  const path = template.path?.(typed) ?? null
  return { template, subject, body: printableText(words.body), sms: words.sms, path }
}

/** How a notification reads on the site. A kind that no longer exists shows its name. */
export function renderNotice(kind: string, params: unknown, locale: Locale): RenderedNotice {
  const rendered = render(kind, params, locale)
  if (!rendered) return { group: 'account', title: kind, body: '', path: null }
  const { template, subject, body, path } = rendered
  return { group: template.group, title: subject, body, path }
}

const MAIL_WORDS = {
  'zh-CN': { open: '打开', footer: '此邮件由维宝自动发送，请勿直接回复。', name: '维宝' },
  en: { open: 'Open', footer: 'Sent by Weibao. Please do not reply to this mail.', name: 'Weibao' },
} as const

/** A mail in plain text and HTML; whatever people typed is escaped. Null for an unknown kind. */
export function renderMail(
  kind: string,
  params: unknown,
  locale: Locale,
  origin: string,
): RenderedMail | null {
  const rendered = render(kind, params, locale)
  if (!rendered) return null
  const { subject, body, path } = rendered
  const words = MAIL_WORDS[locale]
  const link = path ? `${origin}${path}` : null
  const text = [body, ...(link ? [link] : []), `-- \n${words.footer}\n${origin}`].join('\n\n')
  const button = link
    ? `<p style="margin:24px 0"><a href="${escapeHtml(link)}" style="background:#24386E;color:#FFFFFF;padding:10px 20px;border-radius:8px;text-decoration:none">${words.open}</a></p>`
    : ''
  const html = `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"></head><body style="margin:0;background:#FBF7F0;color:#1F1B16;font-family:'PingFang SC','Microsoft YaHei',sans-serif;font-size:16px;line-height:1.6"><div style="max-width:560px;margin:0 auto;padding:24px"><p style="color:#24386E;font-weight:600;border-bottom:3px solid #B3372B;padding-bottom:8px">${words.name}</p><h1 style="font-size:20px">${escapeHtml(subject)}</h1><p>${escapeHtml(body).replaceAll('\n', '<br>')}</p>${button}<p style="color:#6B6358;font-size:14px">${words.footer}</p></div></body></html>`
  return { subject, text, html }
}

/** The text of an SMS, signature included. Null for an unknown kind. */
export function renderSms(kind: string, params: unknown, locale: Locale): string | null {
  const rendered = render(kind, params, locale)
  if (!rendered) return null
  const signature = locale === 'en' ? '[Weibao] ' : '【维宝】'
  return signature + printableLine(rendered.sms ?? rendered.body)
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}
