import type { giftProposalRoutes } from '@weibao/contracts/gift-proposal'
import { endpoint } from './http.js'

export const giftProposals = {
  propose: endpoint<(typeof giftProposalRoutes)['propose']>(
    'GET',
    '/buyers/:buyerId/gift-proposals',
  ),
}
