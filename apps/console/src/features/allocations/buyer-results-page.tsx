import { useSuspenseQuery } from '@tanstack/react-query'
import { ButtonLink, LinkTabs, useBilingual, useFormats, useMessages } from '@weibao/ui'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useActing } from '../../lib/acting'
import { KeysetPager } from '../../lib/keyset-pager'
import { useTitle } from '../../lib/use-title'
import { OrderBar } from '../procurement/order-bar'
import { AcceptanceBar, useTellAccepted } from './acceptance-bar'
import { AnswerDialog } from './allocation-answer'
import {
  buyerAllocationsQuery,
  buyerStateOf,
  buyerStates,
  useAnswerAsBuyer,
} from './allocations.queries'
import { ResultTable, type Asked } from './buyer-result-table'
import { buyerResultsMessages } from './buyer-results.messages'
import { useMayAccept, useTabName } from './may-accept'

/** What rounds found for a buyer organisation: it accepts or declines, by a deadline. */
export function BuyerResultsPage() {
  const t = useMessages(buyerResultsMessages)
  useTitle(t('title'))
  const { organisationId, base, can } = useActing()
  const [search] = useSearchParams()
  const state = buyerStateOf(search)
  const { data } = useSuspenseQuery(
    buyerAllocationsQuery(organisationId, { state, cursor: search.get('cursor') ?? undefined }),
  )
  const [asked, setAsked] = useState<Asked | null>(null)
  const mayOrder = state === 'confirmed' && can('order:procure')
  const nameOf = useTabName()
  const mayAccept = useMayAccept()
  const acceptable = state === 'proposed' || state === 'second' ? data.items.filter(mayAccept) : []
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  // All of a page is ordered unless somebody says otherwise.
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const chosen = new Set(data.items.map(({ id }) => id).filter((id) => !left.has(id)))
  const choose = (id: string, isChosen: boolean) =>
    setLeft(new Set(isChosen ? [...left].filter((each) => each !== id) : [...left, id]))
  return (
    <div className="grid grid-cols-1 gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1>{t('title')}</h1>
        <ButtonLink tone="quiet" href={`${base}/tickets`}>
          {t('why')}
        </ButtonLink>
      </div>
      <p className="text-ink-soft">{t('lead')}</p>
      <LinkTabs
        label={t('filter')}
        tabs={[
          ...buyerStates.map((each) => ({
            href: `?state=${each}`,
            label: t(nameOf(each)),
            current: each === state,
          })),
          { href: '?state=all', label: t('all'), current: !state },
        ]}
      />
      {mayOrder && data.items.length > 0 && (
        <OrderBar chosen={data.items.filter(({ id }) => chosen.has(id))} />
      )}
      {acceptable.length > 0 && (
        <AcceptanceBar rows={acceptable} chosen={picked} onDone={() => setPicked(new Set())} />
      )}
      <div className="wb-panel">
        <ResultTable
          rows={data.items}
          state={state}
          onAsk={setAsked}
          selection={
            acceptable.length > 0
              ? {
                  keys: picked,
                  onChange: setPicked,
                  allows: (key) => acceptable.some(({ id }) => id === key),
                }
              : undefined
          }
          chosen={chosen}
          onChoose={mayOrder ? choose : undefined}
        />
        <KeysetPager nextCursor={data.nextCursor} />
      </div>
      {asked && <AskAgain {...asked} onClose={() => setAsked(null)} />}
    </div>
  )
}

function AskAgain({ row, act, onClose }: Asked & { onClose: () => void }) {
  const t = useMessages(buyerResultsMessages)
  const say = useBilingual()
  const { money, weight } = useFormats()
  const { organisationId: buyerId } = useActing()
  const { isPending, error, mutate } = useAnswerAsBuyer()
  const tell = useTellAccepted()
  const isDecline = act === 'decline'
  return (
    <AnswerDialog
      title={
        isDecline
          ? t('declineTitle')
          : t('acceptTitle', { mass: weight(row.massGrams), product: say(row.productName) })
      }
      confirmLabel={t(act)}
      reasonLabel={isDecline ? t('reason') : undefined}
      isPending={isPending}
      error={error}
      onAnswer={(answer, onError) =>
        mutate(
          { buyerId, id: row.id, ...answer },
          {
            onError,
            onSuccess: (answered) => {
              if (!isDecline) tell([answered])
              onClose()
            },
          },
        )
      }
      onClose={onClose}
    >
      {isDecline
        ? t('declineText')
        : t('acceptText', { goods: money(row.goodsFen), freight: money(row.freightFen) })}
    </AnswerDialog>
  )
}
