import { useSuspenseQuery } from '@tanstack/react-query'
import { EmptyState, LineChart, StatTile, TextLink, useFormats, useMessages } from '@weibao/ui'
import { useTitle } from '../../lib/use-title'
import { fairnessMessages } from './fairness.messages'
import { fairnessIndexQuery } from './fairness.queries'

/** How evenly the cooperatives sold, for everybody to see: one figure a month, and its formula. */
export function FairnessPage() {
  const t = useMessages(fairnessMessages)
  useTitle(t('title'))
  const { number } = useFormats()
  const { data } = useSuspenseQuery(fairnessIndexQuery)
  const format = (value: number) => number(value, { maximumFractionDigits: 3 })
  return (
    <div className="grid max-w-3xl gap-6">
      <header className="grid gap-2">
        <TextLink href="/hall">{t('back')}</TextLink>
        <h1>{t('title')}</h1>
        <p className="max-w-prose text-ink-soft">{t('lead')}</p>
      </header>
      {data.index === null ? (
        <EmptyState title={t(data.cooperatives > 0 ? 'undelivered' : 'none')}>
          {data.cooperatives > 0
            ? t('undeliveredText', { count: data.cooperatives })
            : t('noneText')}
        </EmptyState>
      ) : (
        <>
          <StatTile
            label={t('now')}
            value={format(data.index)}
            note={t('compared', { count: data.cooperatives })}
          />
          <LineChart
            title={t('chart')}
            labels={data.months.map(({ month }) => month.slice(2).replace('-', '/'))}
            lines={[
              { name: t('title'), tone: 'pine', values: data.months.map(({ index }) => index) },
            ]}
            format={format}
          />
        </>
      )}
      <section className="grid gap-2">
        <h2>{t('formula')}</h2>
        <p className="max-w-prose text-ink-soft">{t('formulaText')}</p>
      </section>
    </div>
  )
}
