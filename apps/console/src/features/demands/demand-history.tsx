import { useSuspenseQuery } from '@tanstack/react-query'
import type { DemandChangeView, DemandView } from '@weibao/contracts/demand'
import { useFormats, useMessages } from '@weibao/ui'
import { useActing } from '../../lib/acting'
import { KeysetPager } from '../../lib/keyset-pager'
import { demandsMessages } from './demands.messages'
import { demandChangesQuery } from './demands.queries'

type Fields = DemandChangeView['before']

/** What was changed and by whom, latest first. */
export function DemandHistory({
  demand,
  cursor,
}: {
  demand: DemandView
  cursor: string | undefined
}) {
  const t = useMessages(demandsMessages)
  const { dayTime } = useFormats()
  const { organisationId } = useActing()
  const { data } = useSuspenseQuery(demandChangesQuery(organisationId, demand.id, cursor))
  if (data.items.length === 0) return <p className="text-ink-soft">{t('noChanges')}</p>
  return (
    <>
      <ol className="grid gap-4">
        {data.items.map((change) => (
          <li key={change.id} className="border-b border-line pb-3 last:border-b-0 last:pb-0">
            <p className="text-sm text-ink-soft">
              {dayTime(change.changedAt)} · {change.changedBy ?? t('nobody')}
            </p>
            <p className="font-semibold">
              {change.kind === 'cancelled'
                ? t('cancelledDone')
                : change.lineNo
                  ? t('lineNo', { n: change.lineNo })
                  : t('sectionBasics')}
            </p>
            {change.reason && <p>{change.reason}</p>}
            <Difference change={change} />
          </li>
        ))}
      </ol>
      <KeysetPager nextCursor={data.nextCursor} />
    </>
  )
}

const labels = {
  title: 'demandTitle',
  cutOffOn: 'cutOffOn',
  productId: 'product',
  wantedGrams: 'quantity',
  minimumGrams: 'minimum',
  worstGrade: 'grade',
  maxLandedFenPerKg: 'maxPrice',
  deliverFrom: 'from',
  deliverTo: 'to',
  minShelfDays: 'shelfDays',
  recognisedOnly: 'recognisedOnly',
} as const

function Difference({ change }: { change: DemandChangeView }) {
  const t = useMessages(demandsMessages)
  const textOf = useTextOf()
  const keys = Object.keys(change.after) as (keyof Fields)[]
  return (
    <ul>
      {keys.map((key) => (
        <li key={key}>
          {t('changedFromTo', {
            what: t(labels[key]),
            before: textOf(key, change.before),
            after: textOf(key, change.after),
          })}
        </li>
      ))}
    </ul>
  )
}

function useTextOf() {
  const t = useMessages(demandsMessages)
  const { day, money, weight } = useFormats()
  return (key: keyof Fields, fields: Fields): string => {
    const value = fields[key]
    switch (key) {
      case 'wantedGrams':
      case 'minimumGrams':
        return weight(Number(value))
      case 'maxLandedFenPerKg':
        return money(Number(value))
      case 'cutOffOn':
      case 'deliverFrom':
      case 'deliverTo':
        return day(String(value))
      case 'productId':
        return value === null ? t('anyProduct') : t('oneProduct')
      case 'worstGrade':
        return t(fields.worstGrade ?? 'ungraded')
      case 'recognisedOnly':
        return value ? t('yes') : t('no')
      default:
        return String(value)
    }
  }
}
