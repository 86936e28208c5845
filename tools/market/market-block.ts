import { join } from 'node:path'
import type { MarketUrls } from './open-market.js'

/** What a newcomer needs once the market is open, in one block; one account of each role. */
export function marketBlock(urls: MarketUrls, folder: string, tookMs: number): string {
  const rule = '─'.repeat(78)
  const address = (zh: string, en: string, url: string) => `  ${pad(`${zh} ${en}`, 26)}${url}`
  return [
    rule,
    `  维宝 Weibao is open (${(tookMs / 1000).toFixed(1)} s)`,
    '',
    address('商城', 'storefront', urls.storefront),
    address('工作台', 'console', urls.console),
    address('接口', 'API', `${urls.api}/docs`),
    address('支付沙箱', 'payment sandbox', `${urls.sandbox}/sandbox`),
    address('邮件短信', 'mailbox', urls.mailbox),
    ...accountLines(urls.accounts, join(folder, 'urls.json')),
    '',
    '  Ctrl-C stops everything; npm run reset starts over.',
    rule,
  ].join('\n')
}

function accountLines(accounts: MarketUrls['accounts'], file: string): string[] {
  const ofEachRole = [...new Map([...accounts].reverse().map((each) => [each.role, each])).values()]
  if (ofEachRole.length === 0) return []
  const lines = ofEachRole
    .reverse()
    .flatMap(({ labelZh, labelEn, email, password, totpSecret }) => [
      `  ${labelZh} ${labelEn}`,
      `    ${pad(email, 36)}${password}${totpSecret ? `   TOTP ${totpSecret}` : ''}`,
    ])
  const others = accounts.length - ofEachRole.length
  const more = others > 0 ? [`  and ${others} more in ${file}`] : []
  return ['', '  演示账号 demonstration accounts', ...lines, ...more]
}

/** Pads to a width in terminal columns: a Chinese character takes two. */
function pad(text: string, columns: number): string {
  const width = [...text].reduce(
    (sum, character) => sum + (/[^\u0000-\u2e7f]/u.test(character) ? 2 : 1),
    0,
  )
  return text + ' '.repeat(Math.max(1, columns - width))
}
