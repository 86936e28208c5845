import type { FairnessMonth } from '@weibao/contracts/fairness'
import { LineChart, Panel, StatTile, TextField, useFormats, useMessages } from '@weibao/ui'
import { useFilters } from '../../lib/search'
import { fairnessMessages } from './fairness.messages'
import { fairnessFilterNames } from './fairness.queries'

/** The months that the page is about; they stand in the address. */
export function RangeFields({ range }: { range: { from: string; to: string } }) {
  const t = useMessages(fairnessMessages)
  const { filter, change } = useFilters(fairnessFilterNames)
  return (
    <div className="grid w-full gap-3 min-[26rem]:grid-cols-2 sm:flex sm:w-auto print:hidden">
      {fairnessFilterNames.map((name) => (
        <TextField
          key={name}
          type="month"
          label={t(name)}
          value={filter[name] ?? range[name]}
          onChange={(event) => change({ [name]: event.target.value })}
          className="sm:w-48"
        />
      ))}
    </div>
  )
}

export function IndexTile({ index, cooperatives }: { index: number | null; cooperatives: number }) {
  const t = useMessages(fairnessMessages)
  const { number } = useFormats()
  return (
    <StatTile
      label={t('index')}
      value={index === null ? '—' : number(index, { maximumFractionDigits: 3 })}
      note={
        index !== null
          ? t('indexNote', { count: cooperatives })
          : t(cooperatives > 0 ? 'undelivered' : 'noIndex')
      }
    />
  )
}

export function IndexChart({ months }: { months: readonly FairnessMonth[] }) {
  const t = useMessages(fairnessMessages)
  const { number } = useFormats()
  return (
    <Panel title={t('chart')}>
      <LineChart
        title={t('chart')}
        titleHidden
        labels={months.map(({ month }) => month.slice(2).replace('-', '/'))}
        lines={[{ name: t('index'), tone: 'pine', values: months.map(({ index }) => index) }]}
        format={(value) => number(value, { maximumFractionDigits: 3 })}
      />
    </Panel>
  )
}
