import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import type { OpenNeed } from '@weibao/contracts/demand'
import { subdistricts } from '@weibao/contracts/subdistricts'
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
import { HallFilter } from './hall-filter'
import { hallMessages } from './hall.messages'
import { hallQuery, readHallFilter } from './hall.queries'
import { HallHead } from './hall-head'

/** What buyers need now, soonest first: for cooperatives and whoever else could supply it. */
export function HallPage() {
  const t = useMessages(hallMessages)
  useTitle(t('title'))
  const [search] = useSearchParams()
  const list = useSuspenseInfiniteQuery(hallQuery(readHallFilter(search)))
  const needs = list.data.pages.flatMap(({ items }) => items)
  return (
    <div className="grid gap-6">
      <HallHead current="needs" />
      <HallFilter place="subdistrict" places={subdistricts} />
      {needs.length === 0 ? (
        <EmptyState
          level={2}
          title={t('emptyTitle')}
          actions={<ButtonLink href="/hall">{t('reset')}</ButtonLink>}
        >
          {t('emptyText')}
        </EmptyState>
      ) : (
        <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
          {needs.map((need) => (
            <Need key={need.lineId} need={need} />
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
      <p className="flex flex-wrap items-center gap-3 border-t border-line pt-4 text-ink-soft">
        {t('forBuyers')}
        <a className="wb-link" href="/console/">
          {t('toConsole')}
        </a>
      </p>
    </div>
  )
}

function Need({ need }: { need: OpenNeed }) {
  const t = useMessages(hallMessages)
  const say = useBilingual()
  const { weight, dayRange } = useFormats()
  const place = subdistricts.find(({ code }) => code === need.subdistrictCode)
  const name = need.productName
    ? say(need.productName)
    : t('anyOf', { category: say(need.categoryName) })
  return (
    <li className="wb-card grid content-start gap-1 p-4">
      <p className="flex items-baseline justify-between gap-3">
        <span className="font-semibold">
          {need.productSlug ? (
            <BareLink
              href={`/products/${need.productSlug}`}
              className="text-ink no-underline hover:underline"
            >
              {name}
            </BareLink>
          ) : (
            name
          )}
        </span>
        <span className="font-display text-lg font-bold whitespace-nowrap tabular-nums">
          {weight(need.wantedGrams)}
        </span>
      </p>
      <p className="text-sm text-ink-soft">
        {need.buyerName ? say(need.buyerName) : t('anonymous')}
        {place && ` · ${say(place.name)}`}
      </p>
      <p className="text-sm">
        {t('window', { range: dayRange(need.deliverFrom, need.deliverTo) })}
      </p>
      {need.recognisedOnly && (
        <p>
          <Badge tone="pine" icon={SealIcon}>
            {t('recognised')}
          </Badge>
        </p>
      )}
    </li>
  )
}
