import { useSuspenseQuery } from '@tanstack/react-query'
import type { BudgetLineView } from '@weibao/contracts/demand'
import type { CockpitLine } from '@weibao/contracts/quota-cockpit'
import type { QuotaView } from '@weibao/contracts/quota'
import {
  Button,
  ButtonLink,
  EmptyState,
  LinkTabs,
  Panel,
  StateTag,
  useFormats,
  useMessages,
} from '@weibao/ui'
import { useState } from 'react'
import { useActing } from '../../lib/acting'
import { useFilters, withFilter } from '../../lib/search'
import { useTitle } from '../../lib/use-title'
import { FileQuotaDialog } from '../quotas/file-quota-dialog'
import { ArrangementText, QuotaStateTag } from '../quotas/quota-texts'
import { budgetLinesQuery, buyerQuotasQuery } from '../quotas/quotas.queries'
import { BasketPanel } from './basket-panel'
import { cockpitMessages } from './cockpit.messages'
import { cockpitQuery, yearOf } from './cockpit.queries'
import { StageBars } from './stage-bars'

interface Filing {
  readonly budgetLine: BudgetLineView
  readonly quota: QuotaView | undefined
}

/** A buyer's year: what it declared, and how far the money of each budget line has come. */
export function CockpitPage() {
  const t = useMessages(cockpitMessages)
  useTitle(t('title'))
  const { organisationId, base } = useActing()
  const { search } = useFilters(['year', 'basket'])
  const { data } = useSuspenseQuery(cockpitQuery(organisationId, yearOf(search)))
  const [asked, setAsked] = useState<Filing | null>(null)
  const filings = useFilings()
  return (
    <div className="grid grid-cols-1 gap-4">
      <div>
        <h1>{t('title')}</h1>
        <p className="text-ink-soft">{t('lead')}</p>
      </div>
      {data.years.length > 1 && (
        <LinkTabs
          label={t('years')}
          tabs={data.years.map((year) => ({
            href: withFilter(search, { year: String(year), basket: null }),
            label: t('year', { year: String(year) }),
            current: year === data.year,
          }))}
        />
      )}
      {data.lines.length === 0 && (
        <EmptyState
          title={filings.size === 0 ? t('emptyTitle') : t('emptyYear', { year: String(data.year) })}
          className="wb-panel"
          actions={<ButtonLink href={`${base}/demands/new`}>{t('toDemands')}</ButtonLink>}
        >
          {filings.size === 0 && t('emptyText')}
        </EmptyState>
      )}
      {data.lines.map((line) => (
        <LinePanel
          key={line.budgetLine?.id ?? 'none'}
          line={line}
          year={data.year}
          filing={filings.get(line.budgetLine?.id ?? '')}
          onFile={setAsked}
        />
      ))}
      {asked && (
        <FileQuotaDialog {...asked} buyerId={organisationId} onClose={() => setAsked(null)} />
      )}
    </div>
  )
}

/** Every budget line by its id, with what is filed for it. */
function useFilings(): ReadonlyMap<string, Filing> {
  const { organisationId } = useActing()
  const { data: budgets } = useSuspenseQuery(budgetLinesQuery(organisationId))
  const { data: filed } = useSuspenseQuery(buyerQuotasQuery(organisationId))
  return new Map(
    budgets.items.map((budgetLine) => [
      budgetLine.id,
      { budgetLine, quota: filed.items.find((quota) => quota.budgetLine.id === budgetLine.id) },
    ]),
  )
}

interface LinePanelProps {
  readonly line: CockpitLine
  readonly year: number
  readonly filing: Filing | undefined
  readonly onFile: (filing: Filing) => void
}

function LinePanel({ line, year, filing, onFile }: LinePanelProps) {
  const t = useMessages(cockpitMessages)
  const { money } = useFormats()
  const { can } = useActing()
  const { search, change } = useFilters(['year', 'basket'])
  const { budgetLine, gapFen } = line
  const mayFile = filing && filing.quota?.state !== 'checked' && can('quota:file')
  if (!budgetLine)
    return (
      <Panel title={t('noBudgetLine')}>
        <p className="pb-3 text-sm text-ink-soft">{t('noBudgetLineText')}</p>
        <StageBars line={line} year={year} />
      </Panel>
    )
  const isOpen = search.get('basket') === budgetLine.id
  return (
    <Panel
      title={t('budgetTitle', { kind: t(budgetLine.kind), name: budgetLine.name })}
      actions={
        mayFile && (
          <Button size="small" tone="quiet" onClick={() => onFile(filing)}>
            {t(filing.quota ? 'fileAgain' : 'file')}
          </Button>
        )
      }
    >
      <div className="grid gap-4">
        <div className="flex flex-wrap items-baseline gap-x-6 gap-y-2">
          {filing?.quota ? (
            <>
              <QuotaStateTag quota={filing.quota} />
              <ArrangementText quota={filing.quota} />
            </>
          ) : (
            <StateTag tone="waiting">{t('notFiled')}</StateTag>
          )}
        </div>
        <StageBars line={line} year={year} />
        {line.quota && line.quota.minimumFen > 0 && (
          <div className="flex flex-wrap items-center justify-between gap-3 border-t border-line pt-3">
            <p>{gapFen > 0 ? t('gap', { amount: money(gapFen) }) : t('noGap')}</p>
            {gapFen > 0 && (
              <Button
                size="small"
                tone="quiet"
                aria-expanded={isOpen}
                onClick={() => change({ basket: isOpen ? null : budgetLine.id })}
              >
                {t(isOpen ? 'hide' : 'propose')}
              </Button>
            )}
          </div>
        )}
        {isOpen && <BasketPanel budgetLineId={budgetLine.id} />}
      </div>
    </Panel>
  )
}
