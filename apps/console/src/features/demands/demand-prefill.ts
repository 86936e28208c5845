import { useQuery } from '@tanstack/react-query'
import { localDay } from '@weibao/kernel'
import { useBilingual, useMessages } from '@weibao/ui'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { basketQuery } from '../cockpit/cockpit.queries'
import { giftsMessages } from '../gifts/gifts.messages'
import { giftsQuery, giftWishOf } from '../gifts/gifts.queries'
import { demandOfBasket, demandOfGift, emptyDemand, type DemandDraft } from './demand-draft'
import { demandsMessages } from './demands.messages'
import { budgetsQuery, deliveryPointsQuery } from './demands.queries'

const NO_WISH = { perHeadFen: 0, headcount: 0, deliverOn: '' }

/** What a new demand begins with: nothing, a proposed basket, or a proposed gift. */
export function usePrefill(organisationId: string): { source: string; fresh: DemandDraft } {
  const t = useMessages(demandsMessages)
  const ofGifts = useMessages(giftsMessages)
  const say = useBilingual()
  const [search] = useSearchParams()
  const basketOf = search.get('basket') ?? ''
  const wish = giftWishOf(search)
  const key = search.get('gift') ?? ''
  const basket = useQuery({
    ...basketQuery(organisationId, basketOf),
    enabled: basketOf !== '',
  }).data
  const gifts = useQuery({
    ...giftsQuery(organisationId, wish ?? NO_WISH),
    enabled: wish !== null && key !== '',
  }).data
  const budgets = useQuery(budgetsQuery(organisationId)).data
  const points = useQuery(deliveryPointsQuery(organisationId)).data
  // What the loader has asked for is there at once.
  const [fresh] = useState(() => {
    const today = localDay(new Date())
    const gift = gifts?.items.find((each) => each.key === key)
    if (gift && wish) {
      const boxes = gift.boxes.map(({ name }) => say(name)).join(ofGifts('plus'))
      const title = [...ofGifts('demandTitle', { boxes })].slice(0, 60).join('')
      return demandOfGift(today, { title, wish, gift, budgets: budgets?.items ?? [] })
    }
    if (basket && basket.items.length > 0) return demandOfBasket(today, t('basketTitle'), basket)
    return emptyDemand(today)
  })
  // Where there is one only, there is nothing to choose.
  const budgetLineId = fresh.budgetLineId || onlyOf(budgets?.items)
  const deliveryPointId = fresh.deliveryPointId || onlyOf(points?.items)
  const source = key && wish ? `${key}:${wish.headcount}:${wish.deliverOn}` : basketOf
  return { source, fresh: { ...fresh, budgetLineId, deliveryPointId } }
}

function onlyOf(items: readonly { readonly id: string }[] = []): string {
  return items.length === 1 ? items[0]!.id : ''
}
