import { queryOptions } from '@tanstack/react-query'
import { giftProposals } from '@weibao/api-client/gift-proposals'
import type { GiftWish } from '@weibao/contracts/gift-proposal'
import { isLocalDay } from '@weibao/kernel'

/** What stands in the address of a page about gifts: for whom, by when, for how much. */
export function giftWishOf(search: URLSearchParams): GiftWish | null {
  const perHeadFen = Number(search.get('perHead') ?? '')
  const headcount = Number(search.get('heads') ?? '')
  const deliverOn = search.get('day') ?? ''
  const isWhole = (value: number, least: number) => Number.isSafeInteger(value) && value >= least
  return isWhole(perHeadFen, 1000) && isWhole(headcount, 1) && isLocalDay(deliverOn)
    ? { perHeadFen, headcount, deliverOn }
    : null
}

export function giftSearchOf({ perHeadFen, headcount, deliverOn }: GiftWish): URLSearchParams {
  return new URLSearchParams({
    perHead: String(perHeadFen),
    heads: String(headcount),
    day: deliverOn,
  })
}

export const giftsQuery = (buyerId: string, wish: GiftWish) =>
  queryOptions({
    queryKey: ['gifts', buyerId, wish],
    queryFn: ({ signal }) =>
      giftProposals.propose({ params: { buyerId }, query: { ...wish } }, { signal }),
  })
