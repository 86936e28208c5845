import { useQuery } from '@tanstack/react-query'
import { useMessages } from '@weibao/ui'
import { SectionHead } from '../browse/section-head'
import { GiftGrid } from './gift-tile'
import { giftsMessages } from './gifts.messages'
import { foundGiftsQuery } from './gifts.queries'

/** Boxes whose name holds what was looked for, beside the goods; nothing when there are none. */
export function FoundGifts({ q }: { q: string }) {
  const t = useMessages(giftsMessages)
  const found = useQuery(foundGiftsQuery(q)).data?.items ?? []
  if (found.length === 0) return null
  return (
    <section className="grid gap-3">
      <SectionHead title={t('found', { q })} plain />
      <GiftGrid cards={found} />
    </section>
  )
}
