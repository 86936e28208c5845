import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import type { ComingHarvest } from '@weibao/contracts/harvest-forecast'
import { addDays } from '@weibao/kernel'
import { BareLink, Button, EmptyState, useBilingual, useFormats, useMessages } from '@weibao/ui'
import { useTitle } from '../../lib/use-title'
import { hallMessages } from './hall.messages'
import { comingQuery } from './hall.queries'
import { HallHead } from './hall-head'

/** What cooperatives expect to harvest in the coming weeks: estimates, by week and category. */
export function ComingPage() {
  const t = useMessages(hallMessages)
  useTitle(t('coming'))
  const { dayRange } = useFormats()
  const list = useSuspenseInfiniteQuery(comingQuery)
  const rows = list.data.pages.flatMap(({ items }) => items)
  const weeks = [...new Set(rows.map(({ week }) => week))]
  return (
    <div className="grid gap-6">
      <HallHead current="coming" />
      {rows.length === 0 && (
        <EmptyState level={2} title={t('comingEmpty')}>
          {t('comingEmptyText')}
        </EmptyState>
      )}
      {weeks.map((week) => (
        <section key={week} className="grid gap-3">
          <h2>{dayRange(week, addDays(week, 6))}</h2>
          <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
            {rows
              .filter((each) => each.week === week)
              .map((each) => (
                <Coming key={each.categoryCode} coming={each} />
              ))}
          </ul>
        </section>
      ))}
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

function Coming({ coming }: { coming: ComingHarvest }) {
  const t = useMessages(hallMessages)
  const say = useBilingual()
  const { weight } = useFormats()
  const { categoryName, lowGrams, likelyGrams, highGrams, products } = coming
  return (
    <li className="wb-card grid content-start gap-1 p-4">
      <p className="flex items-baseline justify-between gap-3">
        <span className="font-semibold">{say(categoryName)}</span>
        <span className="font-display text-lg font-bold whitespace-nowrap tabular-nums">
          {t('about', { mass: weight(likelyGrams) })}
        </span>
      </p>
      <p className="text-sm text-ink-soft">
        {t('between', { low: weight(lowGrams), high: weight(highGrams) })}
      </p>
      <ul className="grid text-sm">
        {products.map(({ slug, name, cooperativeName, likelyGrams: grams }) => (
          <li key={slug} className="py-1">
            <BareLink href={`/products/${slug}`} className="wb-link -my-2 inline-block py-3">
              {say(name)} {weight(grams)}
            </BareLink>
            <span className="block text-ink-soft">{say(cooperativeName)}</span>
          </li>
        ))}
      </ul>
    </li>
  )
}
