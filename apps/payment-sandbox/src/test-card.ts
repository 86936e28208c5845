import type { TestCard } from './records.js'

const card = (
  number: string,
  token: string,
  behaviour: TestCard['behaviour'],
  brand: TestCard['brand'] = 'visa',
): TestCard => ({ number, token, behaviour, brand })

/** Stripe's public test numbers that the sandbox plays. */
const TEST_CARDS: readonly TestCard[] = [
  card('4242424242424242', 'pm_card_visa', 'succeeds'),
  card('5555555555554444', 'pm_card_mastercard', 'succeeds', 'mastercard'),
  card('378282246310005', 'pm_card_amex', 'succeeds', 'amex'),
  card('6200000000000005', 'pm_card_unionpay', 'succeeds', 'unionpay'),
  card('4000000000000002', 'pm_card_visa_chargeDeclined', 'declined'),
  card('4000000000009995', 'pm_card_visa_chargeDeclinedInsufficientFunds', 'insufficient-funds'),
  card('4000000000000069', 'pm_card_chargeDeclinedExpiredCard', 'expired'),
  card('4000000000000127', 'pm_card_chargeDeclinedIncorrectCvc', 'incorrect-cvc'),
  card('4000000000000119', 'pm_card_chargeDeclinedProcessingError', 'processing-error'),
  card('4000002500003155', 'pm_card_authenticationRequired', 'authenticates'),
  card('4000000000000259', 'pm_card_createDispute', 'disputed'),
  card('4000000000007726', 'pm_card_pendingRefund', 'refund-pending'),
  card('4000000000005126', 'pm_card_refundFail', 'refund-fails'),
]

const byNumber = new Map(TEST_CARDS.map((one) => [one.number, one]))
const byToken = new Map(TEST_CARDS.map((one) => [one.token, one]))

export function findCardByNumber(number: string): TestCard | null {
  return byNumber.get(number) ?? null
}

export function findCardByToken(token: string): TestCard | null {
  return byToken.get(token) ?? null
}

/** The check digit rule of card numbers. */
export function passesLuhn(number: string): boolean {
  if (!/^\d{12,19}$/.test(number)) return false
  const sum = [...number].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

interface Decline {
  readonly code: string
  readonly declineCode?: string
  readonly message: string
}

const DECLINES: Partial<Record<TestCard['behaviour'], Decline>> = {
  declined: {
    code: 'card_declined',
    declineCode: 'generic_decline',
    message: 'Your card was declined.',
  },
  'insufficient-funds': {
    code: 'card_declined',
    declineCode: 'insufficient_funds',
    message: 'Your card has insufficient funds.',
  },
  expired: { code: 'expired_card', message: 'Your card has expired.' },
  'incorrect-cvc': { code: 'incorrect_cvc', message: "Your card's security code is incorrect." },
  'processing-error': {
    code: 'processing_error',
    message: 'An error occurred while processing your card. Try again in a little bit.',
  },
}

/** Why this card is declined, or null when it is not. */
export function declineOf(behaviour: TestCard['behaviour']): Decline | null {
  return DECLINES[behaviour] ?? null
}

export type { Decline }
