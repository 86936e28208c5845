import { useSuspenseQuery } from '@tanstack/react-query'
import type { ManagedBudgetLineView } from '@weibao/contracts/demand'
import {
  Button,
  DataTable,
  EmptyState,
  LinkTabs,
  Money,
  useFormats,
  useMessages,
  type Column,
} from '@weibao/ui'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useActing } from '../../lib/acting'
import { useTitle } from '../../lib/use-title'
import { budgetsQuery } from '../demands/demands.queries'
import { BudgetDialog } from '../demands/setup-dialogs'
import { budgetsMessages } from './budgets.messages'
import { DeliveryPointsPanel } from './delivery-points-panel'

/** What a buyer organisation may spend, above what two approve, and where its goods go. */
export function BudgetsPage() {
  const t = useMessages(budgetsMessages)
  useTitle(t('title'))
  return (
    <div className="grid grid-cols-1 gap-6">
      <div className="grid gap-1">
        <h1>{t('title')}</h1>
        <p className="text-ink-soft">{t('lead')}</p>
      </div>
      <BudgetsPanel />
      <DeliveryPointsPanel />
    </div>
  )
}

function BudgetsPanel() {
  const t = useMessages(budgetsMessages)
  const { organisationId, can } = useActing()
  const [search] = useSearchParams()
  const { data } = useSuspenseQuery(budgetsQuery(organisationId))
  // What is changed; an empty object: a new one.
  const [asked, setAsked] = useState<{ line?: ManagedBudgetLineView } | null>(null)
  const years = [...new Set(data.items.map(({ year }) => year))]
  const year = years.find((each) => String(each) === search.get('year')) ?? years[0]
  const mayManage = can('budget:manage')
  const close = () => setAsked(null)
  return (
    <section aria-labelledby="budget-lines" className="grid grid-cols-1 gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="budget-lines">{t('budgets')}</h2>
        {mayManage && <Button onClick={() => setAsked({})}>{t('addBudget')}</Button>}
      </div>
      {years.length > 1 && (
        <LinkTabs
          label={t('years')}
          tabs={years.map((each) => ({
            href: `?year=${each}`,
            label: String(each),
            current: each === year,
          }))}
        />
      )}
      <div className="wb-panel">
        <BudgetTable
          lines={data.items.filter((line) => line.year === year)}
          onEdit={mayManage ? (line) => setAsked({ line }) : null}
        />
      </div>
      {asked && <BudgetDialog line={asked.line} onClose={close} onMade={close} />}
    </section>
  )
}

function BudgetTable({
  lines,
  onEdit,
}: {
  lines: readonly ManagedBudgetLineView[]
  onEdit: ((line: ManagedBudgetLineView) => void) | null
}) {
  const t = useMessages(budgetsMessages)
  const columns: Column<ManagedBudgetLineView>[] = [
    { key: 'name', header: t('name'), primary: true, cell: ({ name }) => name },
    { key: 'kind', header: t('kind'), cell: ({ kind }) => t(kind) },
    {
      key: 'ceiling',
      header: t('ceiling'),
      align: 'end',
      cell: ({ ceilingFen }) => (ceilingFen === null ? t('noCeiling') : <Money fen={ceilingFen} />),
    },
    {
      key: 'limit',
      header: t('limit'),
      align: 'end',
      cell: ({ approvalLimitFen }) =>
        approvalLimitFen === null ? t('noLimit') : <Money fen={approvalLimitFen} />,
    },
    { key: 'taken', header: t('taken'), align: 'end', cell: (line) => <Used line={line} /> },
  ]
  if (onEdit)
    columns.push({
      key: 'act',
      header: t('act'),
      headerHidden: true,
      align: 'end',
      cell: (line) => (
        <Button
          tone="quiet"
          size="small"
          aria-label={t('editOf', { name: line.name })}
          onClick={() => onEdit(line)}
        >
          {t('edit')}
        </Button>
      ),
    })
  return (
    <DataTable
      caption={t('budgets')}
      columns={columns}
      rows={lines}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('noBudgets')}>{t('noBudgetsText')}</EmptyState>}
    />
  )
}

/** What is taken of a budget line, what is left, and what else is proposed. */
function Used({ line: { ceilingFen, takenFen, proposedFen } }: { line: ManagedBudgetLineView }) {
  const t = useMessages(budgetsMessages)
  const { money } = useFormats()
  return (
    <span className="inline-grid">
      <Money fen={takenFen} />
      {ceilingFen !== null && (
        <span className="text-sm text-ink-soft">
          {t('left', { amount: money(Math.max(0, ceilingFen - takenFen)) })}
        </span>
      )}
      {proposedFen > 0 && (
        <span className="text-sm text-ink-soft">
          {t('proposed', { amount: money(proposedFen) })}
        </span>
      )}
    </span>
  )
}
