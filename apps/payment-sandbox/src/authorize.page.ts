import QRCode from 'qrcode'
import type Stripe from 'stripe'
import { checkoutTexts, type CheckoutTexts } from './checkout.texts.js'
import { document, formatAmount, html, Html, type Language } from './html.js'

interface AuthorizeView {
  readonly intent: Stripe.PaymentIntent
  readonly method: Stripe.PaymentMethod
  readonly address: string
  /** Where one goes without deciding; null when there is no such place. */
  readonly backAddress: string | null
  readonly language: Language
}

/** The pretended page of the bank or the wallet, where one approves or refuses. */
export function authorizePage(view: AuthorizeView): string {
  const texts = checkoutTexts(view.language)
  const { title, hint, yes, no, look } = wordsFor(view.method.type, texts)
  const { amount, currency, id } = view.intent
  return document({
    language: view.language,
    title,
    body: html`<main class="checkout authorize ${look}">
      ${
        view.backAddress
          ? html`<a class="back" href="${view.backAddress}">← ${texts.backToCheckout}</a>`
          : null
      }
      <section class="card centred">
        <h1>${title}</h1>
        <p class="soft">${hint}</p>
        ${look === 'wechat' ? drawing(view.address, texts.qr) : null}
        <dl class="facts">
          <div>
            <dt>${texts.payee}</dt>
            <dd>${texts.merchant}</dd>
          </div>
          <div>
            <dt>${texts.amount}</dt>
            <dd class="amount">${formatAmount(amount, currency)}</dd>
          </div>
        </dl>
        <form method="post" action="/c/authorize/${id}">
          <button class="primary" name="decision" value="approve">${yes}</button>
          <button class="secondary" name="decision" value="refuse">${no}</button>
        </form>
      </section>
    </main>`,
  })
}

function wordsFor(type: string, texts: CheckoutTexts) {
  const { approve: yes, refuse: no } = texts
  if (type === 'alipay')
    return { title: texts.alipayTitle, hint: texts.alipayHint, yes, no, look: 'alipay' }
  if (type === 'wechat_pay')
    return { title: texts.wechatTitle, hint: texts.wechatHint, yes, no, look: 'wechat' }
  const { challenge: title, challengeHint: hint } = texts
  return { title, hint, yes: texts.complete, no: texts.fail, look: 'bank' }
}

/** The page's own address as a code, so that a second device can decide. */
function drawing(address: string, label: string): Html {
  const { size, data } = QRCode.create(address, { errorCorrectionLevel: 'M' }).modules
  const squares: string[] = []
  data.forEach((isDark, place) => {
    if (isDark) squares.push(`M${place % size} ${Math.floor(place / size)}h1v1h-1z`)
  })
  const side = size + 8
  return html`<svg class="qr" viewBox="-4 -4 ${side} ${side}" role="img" aria-label="${label}">
    <path d="${new Html(squares.join(''))}" />
  </svg>`
}
