import type { MailboxMessage } from '@weibao/contracts/mailbox'
import { escapeHtml } from './message-rendering.js'

const STYLE = `body{margin:0;background:#FBF7F0;color:#1F1B16;font:16px/1.6 "PingFang SC","Noto Sans SC","Noto Sans CJK SC","Microsoft YaHei",system-ui}main{max-width:760px;margin:0 auto;padding:24px 16px}h1{font-size:28px;color:#24386E;margin:0}h2{font-size:16px;margin:0}p{margin:4px 0}.soft{color:#6B6358;font-size:14px}article{background:#fff;border:1px solid #E6DDCF;border-radius:12px;padding:16px;margin:16px 0;overflow-wrap:anywhere}pre{white-space:pre-wrap;font:inherit;margin:8px 0 0}.code{font-variant-numeric:tabular-nums;font-size:28px;color:#B3372B;letter-spacing:4px}`

const time = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'medium',
  timeStyle: 'medium',
})

/** The development mailbox as a page without scripts; reload to see what is new. */
export function mailboxPage(messages: readonly MailboxMessage[]): string {
  const body =
    messages.length === 0
      ? '<p class="soft">还没有邮件或短信。No mail or SMS yet.</p>'
      : messages.map(messageOf).join('')
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>开发信箱 · 维宝</title><style>${STYLE}</style></head><body><main><h1>开发信箱</h1><p class="soft">开发环境里的邮件和短信不会真正发出，都在这里，最新的在前。Mail and SMS of development, newest first; nothing is really sent.</p>${body}</main></body></html>`
}

function messageOf({ channel, recipient, subject, body, createdAt }: MailboxMessage): string {
  const code = /(?<!\d)\d{6}(?!\d)/.exec(`${subject ?? ''} ${body}`)?.[0]
  const label = channel === 'sms' ? '短信 SMS' : '邮件 Mail'
  const title = subject ?? body.slice(0, 40)
  return `<article><h2>${escapeHtml(title)}</h2><p class="soft">${label} → ${escapeHtml(recipient)} · <time datetime="${createdAt}">${time.format(new Date(createdAt))}</time></p>${code ? `<p class="code">${code}</p>` : ''}<pre>${escapeHtml(body)}</pre></article>`
}

/** The page's own style is allowed by its hash, everything else is not. */
export const MAILBOX_STYLE = STYLE
