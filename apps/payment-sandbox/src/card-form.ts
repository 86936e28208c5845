import type { CheckoutTexts } from './checkout.texts.js'
import type { Instrument } from './records.js'
import { findCardByNumber, passesLuhn } from './test-card.js'

export type FieldName = 'method' | 'email' | 'number' | 'expiry' | 'cvc'
type FieldProblem = keyof CheckoutTexts['errors']

export interface FilledForm {
  readonly values: Readonly<Record<string, string>>
  readonly problems: Partial<Record<FieldName, FieldProblem>>
  /** Null when something is to be corrected. */
  readonly instrument: Instrument | null
  readonly email: string | null
}

/** Reads what was entered on the Checkout page, or says what is wrong with which field. */
export function readPaymentForm(body: string, methods: readonly string[], now: Date): FilledForm {
  const values = Object.fromEntries(new URLSearchParams(body))
  const method = values['method'] ?? ''
  const email = (values['email'] ?? '').trim()
  const problems: FilledForm['problems'] = {}
  if (!/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email) || email.length > 512) problems.email = 'email'
  const done = (instrument: Instrument): FilledForm => ({
    values,
    problems,
    instrument: Object.keys(problems).length === 0 ? instrument : null,
    email,
  })
  if (methods.includes(method) && (method === 'alipay' || method === 'wechat_pay'))
    return done({ type: method })
  if (method !== 'card' || !methods.includes('card'))
    return { values, problems: { ...problems, method: 'method' }, instrument: null, email }

  const number = (values['number'] ?? '').replace(/[\s-]/g, '')
  const card = findCardByNumber(number)
  if (!passesLuhn(number)) problems.number = 'number'
  else if (card === null) problems.number = 'not-test'
  const expiry = readExpiry(values['expiry'] ?? '', now)
  if (expiry === null) problems.expiry = 'expiry'
  const codeLength = card?.brand === 'amex' ? 4 : 3
  if (!new RegExp(`^\\d{${codeLength}}$`).test((values['cvc'] ?? '').trim())) problems.cvc = 'cvc'
  if (card === null || expiry === null) return { values, problems, instrument: null, email }
  const name = (values['name'] ?? '').trim().slice(0, 200)
  return done({ type: 'card', card, ...expiry, name: name === '' ? null : name })
}

/** `12/34`, `12 / 2034` or `1234`; null when it is none or past. */
function readExpiry(text: string, now: Date): { expMonth: number; expYear: number } | null {
  const match = /^\s*(\d{1,2})\s*[/-]?\s*(\d{4}|\d{2})\s*$/.exec(text)
  if (match === null) return null
  const expMonth = Number(match[1])
  const year = Number(match[2])
  const expYear = year < 100 ? 2000 + year : year
  if (expMonth < 1 || expMonth > 12 || expYear > now.getUTCFullYear() + 50) return null
  // A card is good until the end of its month.
  return Date.UTC(expYear, expMonth, 1) > now.getTime() ? { expMonth, expYear } : null
}
