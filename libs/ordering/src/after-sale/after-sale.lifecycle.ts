import type { AfterSaleParty, AfterSaleState } from '@weibao/contracts/after-sale'
import { Lifecycle } from '@weibao/kernel'

/**
 * `opened` waits for the cooperative, `answered` for the buyer, `refereed` for the referee, `agreed`
 * for goods to be sent back, `returning` for the cooperative to have them; `to-resend` for the cooperative to
 * send goods again, `resent` for the buyer to have them. The rest is over.
 */
export const afterSaleLifecycle = new Lifecycle<AfterSaleState>('after-sale', {
  opened: ['answered', 'agreed', 'to-resend', 'settled', 'withdrawn'],
  answered: ['refereed', 'agreed', 'to-resend', 'settled', 'closed', 'withdrawn'],
  refereed: ['agreed', 'settled', 'closed', 'withdrawn'],
  agreed: ['returning', 'closed', 'withdrawn'],
  returning: ['settled', 'refereed'],
  // Not sent in time, or the goods are gone: the money comes back after all.
  'to-resend': ['resent', 'settled'],
  resent: ['replaced', 'refereed'],
  replaced: [],
  settled: [],
  closed: [],
  withdrawn: [],
})

/** States in which a case still goes on: automatic acceptance of its order waits. */
export const OPEN_STATES = [
  'opened',
  'answered',
  'refereed',
  'agreed',
  'returning',
  'to-resend',
  'resent',
] as const satisfies readonly AfterSaleState[]

export const turnOf: Readonly<Record<AfterSaleState, AfterSaleParty | null>> = {
  opened: 'cooperative',
  answered: 'buyer',
  refereed: 'referee',
  agreed: 'buyer',
  returning: 'cooperative',
  'to-resend': 'cooperative',
  resent: 'buyer',
  replaced: null,
  settled: null,
  closed: null,
  withdrawn: null,
}

/** The states in which it is a party's turn. */
export function statesOfTurn(turn: AfterSaleParty): AfterSaleState[] {
  return afterSaleLifecycle.states.filter((state) => turnOf[state] === turn)
}
