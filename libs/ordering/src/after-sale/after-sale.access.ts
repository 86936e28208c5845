import type { AfterSaleAct } from '@weibao/contracts/after-sale'
import type { Permission } from '@weibao/contracts/permissions'
import { notFound, refusal, type Actor } from '@weibao/platform'
import type { Shopper } from '../shopper.js'
import type { AfterSaleCaseEntity } from './after-sale.entity.js'

/** Who looks at a case: the buyer's browser or session, and what the session may do besides. */
export interface Viewer {
  readonly shopper: Shopper | null
  readonly actor: Actor | null
}

/** Whoever bought it; of an organisation's order every member who may do the act with its orders. */
function isBuyerOf(shopper: Shopper | null, kase: AfterSaleCaseEntity, act: Permission): boolean {
  if (!shopper) return false
  if (kase.buyerId) return shopper.actor?.mayFor(act, kase.buyerId) ?? false
  return shopper.personId ? kase.personId === shopper.personId : kase.guestKey === shopper.guestKey
}

export function mayRead({ shopper, actor }: Viewer, kase: AfterSaleCaseEntity): boolean {
  if (isBuyerOf(shopper, kase, 'order:read')) return true
  if (!actor) return false
  return actor.mayFor('after-sale:answer', kase.cooperativeId) || actor.mayAny('after-sale:read')
}

/** An officer who bought, in person or as a member, who sells, or who has answered, does not decide. */
export function isParty(actor: Actor, kase: AfterSaleCaseEntity): boolean {
  return (
    kase.personId === actor.personId ||
    kase.answeredBy === actor.personId ||
    actor.memberships.some(({ organisationId }) =>
      [kase.cooperativeId, kase.buyerId].includes(organisationId),
    )
  )
}

/** What a viewer may do with a case as it stands. */
export function actsOf({ shopper, actor }: Viewer, kase: AfterSaleCaseEntity): AfterSaleAct[] {
  const acts: AfterSaleAct[] = []
  if (isBuyerOf(shopper, kase, 'order:accept')) {
    if (kase.state === 'answered') acts.push('accept', 'appeal')
    if (kase.state === 'agreed') acts.push('send-back')
    if (kase.state === 'resent') acts.push('confirm-resend', 'report-resend')
    const isGoingOn = ['opened', 'answered', 'refereed', 'agreed'].includes(kase.state)
    // What came back, or was sent again, is not undone by leaving.
    if (isGoingOn && !kase.returnSentAt && !kase.resentAt) acts.push('withdraw')
  }
  if (actor?.mayFor('after-sale:answer', kase.cooperativeId)) {
    if (kase.state === 'opened') acts.push('answer')
    if (kase.state === 'returning') acts.push('confirm-return', 'object')
    if (kase.state === 'to-resend') acts.push('resend')
  }
  if (kase.state === 'refereed' && actor?.mayAny('refund:approve') && !isParty(actor, kase))
    acts.push('decide')
  return acts
}

/** 404 for whom the case does not exist, 409 where it does not stand so that the act is possible. */
export function mustAct(viewer: Viewer, kase: AfterSaleCaseEntity, act: AfterSaleAct): void {
  if (!mayRead(viewer, kase)) throw notFound()
  if (!actsOf(viewer, kase).includes(act))
    throw refusal('lifecycle.move-not-allowed', { noun: 'after-sale', from: kase.state, to: act })
}
