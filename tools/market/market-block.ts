import type { MarketUrls } from './open-market.js'

/** What a newcomer needs once the market is open, in one block. */
export function marketBlock(urls: MarketUrls, tookMs: number): string {
  const rule = '─'.repeat(78)
  const address = (zh: string, en: string, url: string) => `  ${pad(`${zh} ${en}`, 26)}${url}`
  const accounts = urls.accounts.map(
    ({ labelZh, labelEn, email, password, totpSecret }) =>
      `  ${pad(`${labelZh} ${labelEn}`, 40)}${pad(email, 30)}${password}` +
      (totpSecret ? `\n${' '.repeat(42)}TOTP ${totpSecret}` : ''),
  )
  return [
    rule,
    `  维宝 Weibao is open (${(tookMs / 1000).toFixed(1)} s)`,
    '',
    address('商城', 'storefront', urls.storefront),
    address('工作台', 'console', urls.console),
    address('接口', 'API', `${urls.api}/docs`),
    address('支付沙箱', 'payment sandbox', `${urls.sandbox}/sandbox`),
    address('邮件短信', 'mailbox', urls.mailbox),
    ...(accounts.length ? ['', '  演示账号 demonstration accounts', ...accounts] : []),
    '',
    '  Ctrl-C stops everything; npm run reset starts over.',
    rule,
  ].join('\n')
}

/** Pads to a width in terminal columns: a Chinese character takes two. */
function pad(text: string, columns: number): string {
  const width = [...text].reduce(
    (sum, character) => sum + (/[^\u0000-\u2e7f]/u.test(character) ? 2 : 1),
    0,
  )
  return text + ' '.repeat(Math.max(1, columns - width))
}
