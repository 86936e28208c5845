import { useQuery } from '@tanstack/react-query'
import type { GiftProposals, GiftWish } from '@weibao/contracts/gift-proposal'
import {
  Button,
  EmptyState,
  ErrorState,
  PrintIcon,
  Skeleton,
  useFormats,
  useMessages,
} from '@weibao/ui'
import { useSearchParams } from 'react-router'
import { useActing } from '../../lib/acting'
import { problemText } from '../../lib/form'
import { useTitle } from '../../lib/use-title'
import { GiftCard } from './gift-card'
import { GiftWishForm } from './gift-wish-form'
import { giftsMessages } from './gifts.messages'
import { giftSearchOf, giftsQuery, giftWishOf } from './gifts.queries'

/** What a union could give its people within its budget, to choose from and to lay before its committee. */
export function GiftsPage() {
  const t = useMessages(giftsMessages)
  useTitle(t('title'))
  const [search, setSearch] = useSearchParams()
  const wish = giftWishOf(search)
  return (
    <div className="grid grid-cols-1 gap-4">
      <div>
        <h1>{t('title')}</h1>
        <p className="text-ink-soft print:hidden">{t('lead')}</p>
      </div>
      <GiftWishForm
        key={search.toString()}
        wish={wish}
        onAsk={(asked) => setSearch(giftSearchOf(asked))}
      />
      {wish && <Results wish={wish} />}
    </div>
  )
}

function Results({ wish }: { wish: GiftWish }) {
  const { organisationId } = useActing()
  const found = useQuery(giftsQuery(organisationId, wish))
  if (found.isPending) return <Skeleton height="20rem" />
  if (found.isError)
    return <ErrorState text={problemText(found.error)} onRetry={() => void found.refetch()} />
  return <Proposals wish={wish} found={found.data} />
}

function Proposals({ wish, found }: { wish: GiftWish; found: GiftProposals }) {
  const t = useMessages(giftsMessages)
  const { money, number, day } = useFormats()
  const leftOut = useLeftOut(found.leftOut)
  if (found.items.length === 0)
    return (
      <EmptyState title={t('emptyTitle')} className="wb-panel">
        {leftOut} {t('emptyText')}
      </EmptyState>
    )
  return (
    <section aria-label={t('title')} className="grid gap-4">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <div>
          <div role="status">
            <h2>{t('results', { count: found.items.length })}</h2>
          </div>
          <p>
            {t('forWhom', {
              budget: money(wish.perHeadFen),
              heads: number(wish.headcount),
              day: day(wish.deliverOn, 'always'),
            })}
          </p>
          <p className="text-sm text-ink-soft">{t('rankNote')}</p>
        </div>
        <Button
          size="small"
          tone="quiet"
          icon={PrintIcon}
          className="print:hidden"
          onClick={() => window.print()}
        >
          {t('print')}
        </Button>
      </div>
      <ol className="grid gap-4">
        {found.items.map((proposal, index) => (
          <GiftCard key={proposal.key} n={index + 1} proposal={proposal} wish={wish} />
        ))}
      </ol>
      <div className="grid gap-1 text-sm text-ink-soft">
        {leftOut && <p>{leftOut}</p>}
        <p>{t('note')}</p>
      </div>
      <footer className="hidden gap-10 pt-6 print:grid">
        <p className="border-b border-ink pb-8">{t('committee')}</p>
        <p className="ml-auto w-72 border-b border-ink pb-1">{t('signed')}</p>
      </footer>
    </section>
  )
}

/** Why boxes are not among the proposals; empty when all are. */
function useLeftOut(leftOut: GiftProposals['leftOut']): string {
  const t = useMessages(giftsMessages)
  const { list } = useFormats()
  const reasons = (['season', 'stock', 'mass', 'budget'] as const)
    .filter((reason) => leftOut[reason] > 0)
    .map((reason) => t(`left_${reason}`, { count: leftOut[reason] }))
  return reasons.length === 0 ? '' : t('left', { what: list(reasons) })
}
