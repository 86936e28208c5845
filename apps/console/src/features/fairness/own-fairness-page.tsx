import { useSuspenseQuery } from '@tanstack/react-query'
import type { OwnFairness } from '@weibao/contracts/fairness'
import { LineChart, Panel, StatTile, useFormats, useMessages } from '@weibao/ui'
import { useActing } from '../../lib/acting'
import { useFilters } from '../../lib/search'
import { useTitle } from '../../lib/use-title'
import { IndexChart, IndexTile, RangeFields } from './fairness-parts'
import { fairnessMessages } from './fairness.messages'
import { fairnessFilterNames, fairnessRangeOf, ownFairnessQuery } from './fairness.queries'

/** A cooperative's own figures, the published index, and the third of all that it is in. */
export function OwnFairnessPage() {
  const t = useMessages(fairnessMessages)
  useTitle(t('title'))
  const { organisationId } = useActing()
  const { search } = useFilters(fairnessFilterNames)
  const { data } = useSuspenseQuery(ownFairnessQuery(organisationId, fairnessRangeOf(search)))
  return (
    <div className="grid grid-cols-1 gap-5">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <div className="min-w-0 flex-1 basis-72">
          <h1>{t('title')}</h1>
          <p className="text-ink-soft">{t('ownLead')}</p>
        </div>
        <RangeFields range={data} />
      </div>
      <Tiles fairness={data} />
      <div className="grid items-start gap-5 xl:grid-cols-2">
        <IndexChart months={data.months} />
        <OwnChart fairness={data} />
      </div>
      <p className="text-sm text-ink-soft">{t('formulaNote')}</p>
    </div>
  )
}

function Tiles({ fairness: { own, band, index, cooperatives } }: { fairness: OwnFairness }) {
  const t = useMessages(fairnessMessages)
  const { weight, percent } = useFormats()
  const shareOf = (grams: number) =>
    own.offeredGrams > 0 ? percent(grams / own.offeredGrams) : '—'
  // Who has nothing received yet shares its place with all others who have not: that is no third of anything.
  const isUnderWay = band !== null && own.deliveredGrams === 0
  return (
    <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-5">
      <StatTile
        label={t('band')}
        value={isUnderWay ? '—' : band ? t(band) : t('noBand')}
        note={isUnderWay ? t('noneReceived') : band ? t('bandNote') : t('noBandNote')}
      />
      <StatTile label={t('offered')} value={weight(own.offeredGrams)} />
      <StatTile
        label={t('matched')}
        value={weight(own.matchedGrams)}
        note={`${t('matchedShare')} ${shareOf(own.matchedGrams)}`}
      />
      <StatTile
        label={t('delivered')}
        value={weight(own.deliveredGrams)}
        note={`${t('deliveredShare')} ${shareOf(own.deliveredGrams)}`}
      />
      <IndexTile index={index} cooperatives={cooperatives} />
    </div>
  )
}

function OwnChart({ fairness: { ownMonths } }: { fairness: OwnFairness }) {
  const t = useMessages(fairnessMessages)
  const { number } = useFormats()
  const lines = [
    { key: 'offeredGrams', name: t('offered'), tone: 'honey' },
    { key: 'matchedGrams', name: t('matched'), tone: 'indigo' },
    { key: 'deliveredGrams', name: t('delivered'), tone: 'pine' },
  ] as const
  return (
    <Panel title={t('ownChart')}>
      <LineChart
        title={t('ownChart')}
        titleHidden
        labels={ownMonths.map(({ month }) => month.slice(2).replace('-', '/'))}
        lines={lines.map(({ key, ...line }) => ({
          ...line,
          values: ownMonths.map((month) => month[key] / 1000),
        }))}
        format={(kg) => number(kg, { maximumFractionDigits: 1 })}
      />
    </Panel>
  )
}
