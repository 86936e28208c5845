import { useSuspenseQuery } from '@tanstack/react-query'
import type { BudgetLineView } from '@weibao/contracts/demand'
import type { QuotaView } from '@weibao/contracts/quota'
import {
  Button,
  DataTable,
  EmptyState,
  Money,
  StateTag,
  useMessages,
  type Column,
} from '@weibao/ui'
import { useState } from 'react'
import { useActing } from '../../lib/acting'
import { useTitle } from '../../lib/use-title'
import { FileQuotaDialog } from './file-quota-dialog'
import { ArrangementText, QuotaStateTag } from './quota-texts'
import { quotasMessages } from './quotas.messages'
import { budgetLinesQuery, buyerQuotasQuery } from './quotas.queries'

interface Line {
  readonly budgetLine: BudgetLineView
  readonly quota: QuotaView | undefined
}

/** A buyer's budget lines, each with the quota that is filed for it. */
export function BuyerQuotasPage() {
  const t = useMessages(quotasMessages)
  useTitle(t('title'))
  const { organisationId } = useActing()
  const { data: budgets } = useSuspenseQuery(budgetLinesQuery(organisationId))
  const { data: filed } = useSuspenseQuery(buyerQuotasQuery(organisationId))
  const [asked, setAsked] = useState<Line | null>(null)
  const lines = budgets.items.map((budgetLine) => ({
    budgetLine,
    quota: filed.items.find((quota) => quota.budgetLine.id === budgetLine.id),
  }))
  return (
    <div className="grid grid-cols-1 gap-4">
      <div>
        <h1>{t('title')}</h1>
        <p className="text-ink-soft">{t('buyerLead')}</p>
      </div>
      <div className="wb-panel">
        <LineTable lines={lines} onAsk={setAsked} />
      </div>
      {asked && (
        <FileQuotaDialog {...asked} buyerId={organisationId} onClose={() => setAsked(null)} />
      )}
    </div>
  )
}

function LineTable({ lines, onAsk }: { lines: readonly Line[]; onAsk: (line: Line) => void }) {
  const t = useMessages(quotasMessages)
  const { can } = useActing()
  const columns: Column<Line>[] = [
    {
      key: 'budget',
      header: t('budget'),
      primary: true,
      cell: ({ budgetLine: { year, kind, name } }) =>
        `${t('year', { year: String(year) })} · ${t(kind)} · ${name}`,
    },
    {
      key: 'ceiling',
      header: t('ceiling'),
      align: 'end',
      cell: ({ budgetLine: { ceilingFen } }) =>
        ceilingFen === null ? t('noCeiling') : <Money fen={ceilingFen} />,
    },
    {
      key: 'arrangement',
      header: t('arrangement'),
      cell: ({ quota }) => (quota ? <ArrangementText quota={quota} /> : '—'),
    },
    {
      key: 'minimum',
      header: t('minimum'),
      align: 'end',
      cell: ({ quota }) => (quota ? <Money fen={quota.minimumFen} /> : '—'),
    },
    {
      key: 'state',
      header: t('state'),
      cell: ({ quota }) =>
        quota ? (
          <QuotaStateTag quota={quota} />
        ) : (
          <StateTag tone="waiting">{t('notFiled')}</StateTag>
        ),
    },
    {
      key: 'acts',
      header: t('acts'),
      headerHidden: true,
      align: 'end',
      cell: (line) =>
        line.quota?.state !== 'checked' && can('quota:file') ? (
          <Button size="small" onClick={() => onAsk(line)}>
            {t(line.quota ? 'fileAgain' : 'file')}
          </Button>
        ) : null,
    },
  ]
  return (
    <DataTable
      caption={t('title')}
      columns={columns}
      rows={lines}
      rowKey={({ budgetLine }) => budgetLine.id}
      empty={<EmptyState title={t('noBudgetTitle')}>{t('noBudgetText')}</EmptyState>}
    />
  )
}
