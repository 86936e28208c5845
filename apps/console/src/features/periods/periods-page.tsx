import { useSuspenseQuery } from '@tanstack/react-query'
import { newIdempotencyKey } from '@weibao/api-client/http'
import type { PeriodView } from '@weibao/contracts/volume'
import { localMonth } from '@weibao/kernel'
import {
  Button,
  ConfirmDialog,
  DataTable,
  DateText,
  EmptyState,
  Money,
  TextLink,
  useFormats,
  useMessages,
  useToast,
  type Column,
} from '@weibao/ui'
import { useState } from 'react'
import { useActing } from '../../lib/acting'
import { problemText } from '../../lib/form'
import { useTitle } from '../../lib/use-title'
import { MonthState } from '../volume/volume-page'
import { rowsHref } from '../volume/volume.queries'
import { periodsMessages } from './periods.messages'
import { periodsQuery, useBeginClosing, useClosePeriod } from './periods.queries'

/** Months with what they confirmed; closing is in two steps, each asked for. */
export function PeriodsPage() {
  const t = useMessages(periodsMessages)
  useTitle(t('title'))
  const { base, can } = useActing()
  const { data } = useSuspenseQuery(periodsQuery)
  const { number, month } = useFormats()
  const [asked, setAsked] = useState<PeriodView | null>(null)
  const columns: Column<PeriodView>[] = [
    {
      key: 'month',
      header: t('month'),
      primary: true,
      cell: (period) => month(`${period.month}-15`),
    },
    { key: 'state', header: t('state'), cell: ({ state }) => <MonthState state={state} /> },
    {
      key: 'confirmed',
      header: t('confirmed'),
      align: 'end',
      cell: (period) => (
        <TextLink href={rowsHref(base, { from: period.month, to: period.month, counted: 'true' })}>
          <Money fen={period.confirmedFen} />
        </TextLink>
      ),
    },
    {
      key: 'entries',
      header: t('entries'),
      align: 'end',
      cell: ({ entryCount }) => number(entryCount),
    },
    {
      key: 'pending',
      header: t('pending'),
      align: 'end',
      cell: ({ pendingAdjustments }) =>
        pendingAdjustments > 0 ? (
          <TextLink href={`${base}/adjustments?state=proposed`}>
            {number(pendingAdjustments)}
          </TextLink>
        ) : (
          0
        ),
    },
    {
      key: 'closedAt',
      header: t('closedAt'),
      cell: ({ closedAt, digest }) =>
        closedAt ? (
          <div>
            <DateText value={closedAt} as="dayTime" />
            {digest && (
              <code className="block text-xs text-ink-soft" title={`${t('digest')} ${digest}`}>
                {digest.slice(0, 12)}…
              </code>
            )}
          </div>
        ) : (
          '—'
        ),
    },
    {
      key: 'act',
      header: t('close'),
      headerHidden: true,
      align: 'end',
      cell: (period) =>
        can('period:close') ? <Act period={period} onAsk={() => setAsked(period)} /> : null,
    },
  ]
  return (
    <div className="grid grid-cols-1 gap-4">
      <div>
        <h1>{t('title')}</h1>
        <p className="text-ink-soft">{t('lead')}</p>
      </div>
      <div className="wb-panel">
        <DataTable
          caption={t('title')}
          columns={columns}
          rows={data.items}
          rowKey={(period) => period.month}
          empty={<EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>}
        />
      </div>
      {asked && <ClosingDialog period={asked} onClose={() => setAsked(null)} />}
    </div>
  )
}

function Act({ period, onAsk }: { period: PeriodView; onAsk: () => void }) {
  const t = useMessages(periodsMessages)
  if (period.state === 'closed') return null
  if (period.month >= localMonth(new Date()))
    return <span className="text-sm text-ink-soft">{t('notOver')}</span>
  if (period.state === 'closing' && period.pendingAdjustments > 0)
    return <span className="text-sm text-ink-soft">{t('decideFirst')}</span>
  return (
    <Button size="small" tone={period.state === 'closing' ? 'danger' : 'quiet'} onClick={onAsk}>
      {t(period.state === 'closing' ? 'close' : 'begin')}
    </Button>
  )
}

function ClosingDialog({ period, onClose }: { period: PeriodView; onClose: () => void }) {
  const t = useMessages(periodsMessages)
  const toast = useToast()
  const { month: formatMonth, money } = useFormats()
  const [idempotencyKey] = useState(newIdempotencyKey)
  const begin = useBeginClosing()
  const close = useClosePeriod()
  const month = formatMonth(`${period.month}-15`)
  const isLast = period.state === 'closing'
  const act = isLast ? close : begin
  const confirm = () =>
    act.mutate(
      { month: period.month, idempotencyKey },
      {
        onSuccess: () => {
          toast({ text: isLast ? t('closedDone', { month }) : t('begun'), tone: 'good' })
          onClose()
        },
      },
    )
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      onConfirm={confirm}
      busy={act.isPending}
      tone={isLast ? 'danger' : 'primary'}
      title={isLast ? t('closeTitle', { month }) : t('beginTitle', { month })}
      confirmLabel={t(isLast ? 'close' : 'begin')}
    >
      <p>
        {isLast
          ? t('closeText', { amount: money(period.confirmedFen), count: period.entryCount })
          : t('beginText')}
      </p>
      {act.error && (
        <p role="alert" className="wb-error mt-3">
          {problemText(act.error)}
        </p>
      )}
    </ConfirmDialog>
  )
}
