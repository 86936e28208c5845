/** Text that is markup already. */
export class Html {
  constructor(readonly markup: string) {}
}

type Part = Html | string | number | null | undefined | false | readonly Part[]

/** Markup with every inserted value escaped, unless it is markup itself. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(
    strings.reduce((text, literal, place) => text + render(parts[place - 1]) + literal),
  )
}

function render(part: Part): string {
  if (part === null || part === undefined || part === false) return ''
  if (part instanceof Html) return part.markup
  if (Array.isArray(part)) return part.map(render).join('')
  return String(part)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

export type Language = 'zh' | 'en'

/** The session's language, else the browser's, else Chinese. */
export function chooseLanguage(
  locale: string | null,
  acceptLanguage: string | undefined,
): Language {
  const wish = locale === null || locale === 'auto' ? (acceptLanguage ?? 'zh') : locale
  return /^\s*zh/i.test(wish) ? 'zh' : 'en'
}

const SYMBOLS: Readonly<Record<string, string>> = {
  cny: '¥',
  hkd: 'HK$',
  usd: '$',
  eur: '€',
  gbp: '£',
}

/** An amount in the smallest unit, as people read it. */
export function formatAmount(amount: number, currency: string): string {
  const isWhole = currency === 'jpy'
  const digits = isWhole ? String(amount) : (Math.abs(amount) / 100).toFixed(2)
  const grouped = digits.replace(/\B(?=(\d{3})+(?!\d))(?=[\d]*(\.|$))/g, ',')
  const sign = amount < 0 && !isWhole ? '−' : ''
  return `${sign}${SYMBOLS[currency] ?? `${currency.toUpperCase()} `}${grouped}`
}

interface Page {
  readonly language: Language
  readonly title: string
  readonly body: Html
  readonly width?: 'narrow' | 'wide'
}

/** A whole document. It carries no script and only the one stylesheet. */
export function document({ language, title, body, width = 'narrow' }: Page): string {
  const notice =
    language === 'zh' ? '支付沙箱 · 不产生真实资金' : 'Payment sandbox · no real money moves'
  return html`<!doctype html>
    <html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <link rel="stylesheet" href="/assets/sandbox.css" />
        <link rel="icon" href="data:," />
      </head>
      <body class="${width}">
        <header class="notice"><span class="lozenge" aria-hidden="true"></span>${notice}</header>
        ${body}
      </body>
    </html>`.markup
}

/** Allows nothing but our own style, and forms that may lead on to these addresses. */
export function contentSecurityPolicy(leadsTo: ReadonlyArray<string | null> = []): string {
  const origins = leadsTo.flatMap((address) =>
    address !== null && URL.canParse(address) ? [new URL(address).origin] : [],
  )
  return [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self' data:",
    `form-action ${["'self'", ...new Set(origins)].join(' ')}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
