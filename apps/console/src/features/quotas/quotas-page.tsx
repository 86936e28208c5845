import { useSuspenseQuery } from '@tanstack/react-query'
import type { QuotaView } from '@weibao/contracts/quota'
import {
  Button,
  DataTable,
  DateText,
  EmptyState,
  LinkTabs,
  Money,
  useBilingual,
  useMessages,
  type Column,
} from '@weibao/ui'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useActing } from '../../lib/acting'
import { KeysetPager } from '../../lib/keyset-pager'
import { useTitle } from '../../lib/use-title'
import { QuotaDecisionDialog } from './quota-decision-dialog'
import { ArrangementText, QuotaStateTag } from './quota-texts'
import { quotasMessages } from './quotas.messages'
import { quotasQuery, quotaStateOf, quotaStates, type QuotaAct } from './quotas.queries'

interface Asked {
  readonly quota: QuotaView
  readonly act: QuotaAct
}

/** What buyers have filed, for the officer to check or return. */
export function QuotasPage() {
  const t = useMessages(quotasMessages)
  useTitle(t('title'))
  const [search] = useSearchParams()
  const state = quotaStateOf(search)
  const { data } = useSuspenseQuery(quotasQuery(state, search.get('cursor') ?? undefined))
  const [asked, setAsked] = useState<Asked | null>(null)
  return (
    <div className="grid grid-cols-1 gap-4">
      <div>
        <h1>{t('title')}</h1>
        <p className="text-ink-soft">{t('officerLead')}</p>
      </div>
      <LinkTabs
        label={t('state')}
        tabs={[
          ...quotaStates.map((each) => ({
            href: `?state=${each}`,
            label: t(each),
            current: each === state,
          })),
          { href: '?state=all', label: t('all'), current: !state },
        ]}
      />
      <div className="wb-panel">
        <QuotaTable quotas={data.items} onAsk={setAsked} />
        <KeysetPager nextCursor={data.nextCursor} />
      </div>
      {asked && <QuotaDecisionDialog {...asked} onClose={() => setAsked(null)} />}
    </div>
  )
}

function QuotaTable({
  quotas,
  onAsk,
}: {
  quotas: readonly QuotaView[]
  onAsk: (asked: Asked) => void
}) {
  const t = useMessages(quotasMessages)
  const say = useBilingual()
  const { can } = useActing()
  const columns: Column<QuotaView>[] = [
    { key: 'buyer', header: t('buyer'), primary: true, cell: ({ buyer }) => say(buyer.name) },
    {
      key: 'budget',
      header: t('budget'),
      cell: ({ budgetLine: { year, kind, name } }) => (
        <>
          {name}
          <span className="block text-sm text-ink-soft">
            {t('year', { year: String(year) })} · {t(kind)}
          </span>
        </>
      ),
    },
    {
      key: 'arrangement',
      header: t('arrangement'),
      cell: (quota) => <ArrangementText quota={quota} />,
    },
    {
      key: 'minimum',
      header: t('minimum'),
      align: 'end',
      cell: ({ minimumFen }) => <Money fen={minimumFen} />,
    },
    { key: 'filedAt', header: t('filedAt'), cell: ({ filedAt }) => <DateText value={filedAt} /> },
    { key: 'state', header: t('state'), cell: (quota) => <QuotaStateTag quota={quota} /> },
    {
      key: 'acts',
      header: t('acts'),
      headerHidden: true,
      align: 'end',
      cell: (quota) =>
        quota.state === 'filed' && can('quota:check') ? (
          <span className="flex justify-end gap-2">
            <Button size="small" tone="quiet" onClick={() => onAsk({ quota, act: 'giveBack' })}>
              {t('giveBack')}
            </Button>
            <Button size="small" onClick={() => onAsk({ quota, act: 'check' })}>
              {t('check')}
            </Button>
          </span>
        ) : null,
    },
  ]
  return (
    <DataTable
      caption={t('title')}
      columns={columns}
      rows={quotas}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>}
    />
  )
}
