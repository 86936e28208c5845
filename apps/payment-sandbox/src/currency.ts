import { issue, text } from './parameter.schema.js'

/**
 * Smallest charge by currency, in its smallest unit. Stripe states none for the yuan: the limit
 * is the settlement currency's (HK$4.00 for an account in Hong Kong), about ¥4.
 */
const MINIMUMS: Readonly<Record<string, number>> = {
  aud: 50,
  cad: 50,
  chf: 50,
  cny: 400,
  dkk: 250,
  eur: 50,
  gbp: 30,
  hkd: 400,
  jpy: 50,
  myr: 200,
  nok: 300,
  nzd: 50,
  sek: 300,
  sgd: 50,
  thb: 1_000,
  usd: 50,
}
export const MAX_AMOUNT = 99_999_999

const WALLET_CURRENCIES = {
  alipay: ['aud', 'cad', 'cny', 'eur', 'gbp', 'hkd', 'jpy', 'myr', 'nzd', 'sgd', 'usd'],
  wechat_pay: [
    ...['aud', 'cad', 'chf', 'cny', 'dkk', 'eur', 'gbp', 'hkd', 'jpy', 'nok', 'sek', 'sgd', 'usd'],
  ],
}

/** A currency the sandbox knows, in lower case. */
export const currency = text(3)
  .transform((value) => value.toLowerCase())
  .refine((value) => value in MINIMUMS, issue(`must be one of ${Object.keys(MINIMUMS).join(', ')}`))

export function minimumOf(code: string): number {
  return MINIMUMS[code] ?? 50
}

/** Which of the methods this account has can charge in a currency. */
export function eligibleMethods(code: string): MethodType[] {
  return METHOD_TYPES.filter(
    (method) => method === 'card' || WALLET_CURRENCIES[method].includes(code),
  )
}

export const METHOD_TYPES = ['card', 'alipay', 'wechat_pay'] as const
export type MethodType = (typeof METHOD_TYPES)[number]
