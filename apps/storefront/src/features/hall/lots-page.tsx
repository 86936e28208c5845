import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query'
import type { OpenLot } from '@weibao/contracts/lot'
import {
  Badge,
  BareLink,
  Button,
  ButtonLink,
  EmptyState,
  SealIcon,
  useBilingual,
  useFormats,
  useMessages,
} from '@weibao/ui'
import { useSearchParams } from 'react-router'
import { useTitle } from '../../lib/use-title'
import { townshipsQuery } from '../browse/products.queries'
import { HallFilter } from './hall-filter'
import { hallMessages } from './hall.messages'
import { openLotsQuery, readLotsFilter } from './hall.queries'
import { HallHead } from './hall-head'

/** What cooperatives have now, soonest to leave first: for buyers and whoever else needs goods. */
export function LotsPage() {
  const t = useMessages(hallMessages)
  useTitle(t('lots'))
  const [search] = useSearchParams()
  const { data: townships } = useSuspenseQuery(townshipsQuery)
  const list = useSuspenseInfiniteQuery(openLotsQuery(readLotsFilter(search)))
  const lots = list.data.pages.flatMap(({ items }) => items)
  return (
    <div className="grid gap-6">
      <HallHead current="lots" />
      <HallFilter place="township" places={townships.items} />
      {lots.length === 0 ? (
        <EmptyState
          level={2}
          title={t('lotsEmpty')}
          actions={<ButtonLink href="/hall/lots">{t('resetLots')}</ButtonLink>}
        >
          {t('lotsEmptyText')}
        </EmptyState>
      ) : (
        <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
          {lots.map((lot) => (
            <Lot key={lot.code} lot={lot} />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <Button
          tone="quiet"
          className="justify-self-center"
          busy={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t('more')}
        </Button>
      )}
    </div>
  )
}

function Lot({ lot }: { lot: OpenLot }) {
  const t = useMessages(hallMessages)
  const say = useBilingual()
  const { weight, dayRange, day } = useFormats()
  return (
    <li className="wb-card flex flex-col gap-1 p-4">
      <p className="flex items-baseline justify-between gap-3">
        <BareLink
          href={`/products/${lot.productSlug}`}
          className="font-semibold text-ink no-underline hover:underline"
        >
          {say(lot.productName)}
        </BareLink>
        <span className="font-display text-lg font-bold whitespace-nowrap tabular-nums">
          {weight(lot.availableGrams)}
        </span>
      </p>
      <p className="text-sm text-ink-soft">
        {say(lot.cooperativeName)} · {say(lot.townshipName)} · {say(lot.skuName)}
      </p>
      <p className="text-sm">
        {t('harvested', { range: dayRange(lot.harvestFrom, lot.harvestTo) })}
        {lot.bestBefore && (
          <span className="block">{t('bestBefore', { day: day(lot.bestBefore, 'always') })}</span>
        )}
      </p>
      <p className="text-sm">
        {t('leaves', { range: dayRange(lot.dispatchFrom, lot.dispatchTo) })}
      </p>
      <p className="mt-auto flex flex-wrap items-center justify-between gap-2 text-sm">
        <BareLink href={`/trace/${lot.code}`} className="wb-link inline-block min-h-11 py-2">
          {t('traceOf', { code: lot.code })}
        </BareLink>
        {lot.isRecognised && (
          <Badge tone="pine" icon={SealIcon}>
            {t('isRecognised')}
          </Badge>
        )}
      </p>
    </li>
  )
}
