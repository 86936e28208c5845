import type { CreateSession } from './checkout-session.schema.js'
import { eligibleMethods, MAX_AMOUNT, minimumOf, type MethodType } from './currency.js'
import { invalidRequest } from './stripe.errors.js'

/** Refuses an amount no charge could have. */
export function checkAmount(amount: number, currency: string, param: string): void {
  if (amount > MAX_AMOUNT)
    throw invalidRequest('Amount must be no more than 999,999.99', param, 'amount_too_large')
  if (amount < minimumOf(currency))
    throw invalidRequest(
      `Amount must be at least ${minimumOf(currency)} in the smallest unit of ${currency}`,
      param,
      'amount_too_small',
    )
}

/** Which methods remain of those the account has, after the filters. */
export function chooseMethods(
  input: Pick<
    CreateSession,
    'allowed_payment_method_types' | 'excluded_payment_method_types' | 'payment_method_options'
  >,
  currency: string,
): MethodType[] {
  const allowed = input.allowed_payment_method_types
  const methods = eligibleMethods(currency).filter(
    (method) =>
      (allowed?.includes(method) ?? true) &&
      !input.excluded_payment_method_types?.includes(method) &&
      (method !== 'wechat_pay' || input.payment_method_options?.wechat_pay !== undefined),
  )
  if (methods.length === 0)
    throw invalidRequest(
      `No payment method type is eligible for ${currency} with these filters.`,
      'allowed_payment_method_types',
    )
  return methods
}
