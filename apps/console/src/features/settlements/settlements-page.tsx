import { useSuspenseQuery } from '@tanstack/react-query'
import type { SettlementView } from '@weibao/contracts/settlement'
import { Button, CalendarIcon, LinkTabs, TextField, useFormats, useMessages } from '@weibao/ui'
import { useState } from 'react'
import { useActing } from '../../lib/acting'
import { KeysetPager } from '../../lib/keyset-pager'
import { useFilters, withFilter } from '../../lib/search'
import { useTitle } from '../../lib/use-title'
import { BankFileDialog, sumOf } from './bank-file-dialog'
import { OutcomeNotice, type Outcome } from './outcome'
import { PayoutDialog, type PayoutDecision } from './payout-dialog'
import { RunDialog } from './run-dialog'
import { SettlementTable } from './settlement-table'
import { settlementsMessages } from './settlements.messages'
import {
  settlementFilterNames,
  settlementFilterOf,
  settlementsQuery,
  settlementStates,
} from './settlements.queries'

/** What the dialog on top asks; one at a time. */
type Asked = 'run' | 'file' | PayoutDecision

/** Settlements of all cooperatives: a month is settled, paid by a bank file, and confirmed by another. */
export function SettlementsPage() {
  const t = useMessages(settlementsMessages)
  useTitle(t('title'))
  const { can } = useActing()
  const { search, change } = useFilters(settlementFilterNames)
  const { data } = useSuspenseQuery(settlementsQuery(settlementFilterOf(search)))
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set())
  const [asked, setAsked] = useState<Asked | null>(null)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const payable = data.items.filter(({ state }) => state === 'closed')
  // What is out of sight is never sent.
  const chosen = payable.filter(({ id }) => keys.has(id))
  const selection =
    can('payout:propose') && payable.length > 0
      ? {
          keys,
          onChange: setKeys,
          allows: (key: string) => payable.some(({ id }) => id === key),
        }
      : null
  const close = () => setAsked(null)
  const done = (result: Outcome) => {
    setOutcome(result)
    setKeys(new Set())
    close()
  }
  return (
    <div className="grid grid-cols-1 gap-4">
      <Head onRun={can('settlement:close') ? () => setAsked('run') : null} />
      {outcome && (
        <OutcomeNotice
          outcome={outcome}
          onShowMonth={(period) => change({ period, state: null })}
          onDismiss={() => setOutcome(null)}
        />
      )}
      <Filters />
      <div className="wb-panel">
        {selection && (
          <Chosen
            chosen={chosen}
            onClear={() => setKeys(new Set())}
            onMake={() => setAsked('file')}
          />
        )}
        <SettlementTable settlements={data.items} selection={selection} onDecide={setAsked} />
        <KeysetPager nextCursor={data.nextCursor} />
      </div>
      {asked === 'run' && <RunDialog onClose={close} onDone={done} />}
      {asked === 'file' && <BankFileDialog chosen={chosen} onClose={close} onDone={done} />}
      {asked && typeof asked === 'object' && <PayoutDialog {...asked} onClose={close} />}
    </div>
  )
}

function Head({ onRun }: { onRun: (() => void) | null }) {
  const t = useMessages(settlementsMessages)
  return (
    <div className="flex flex-wrap items-end justify-between gap-4">
      <div className="min-w-0 flex-1 basis-72">
        <h1>{t('title')}</h1>
        <p className="text-ink-soft">{t('lead')}</p>
      </div>
      {onRun && (
        <Button icon={CalendarIcon} onClick={onRun}>
          {t('run')}
        </Button>
      )}
    </div>
  )
}

function Filters() {
  const t = useMessages(settlementsMessages)
  const { search, filter, change } = useFilters(settlementFilterNames)
  const { state } = settlementFilterOf(search)
  return (
    <>
      <div className="flex flex-wrap items-end gap-3">
        <TextField
          type="month"
          label={t('month')}
          value={filter.period ?? ''}
          onChange={(event) => change({ period: event.target.value })}
          className="w-full sm:w-48"
        />
        {filter.period && (
          <Button tone="plain" size="small" onClick={() => change({ period: null })}>
            {t('clearMonth')}
          </Button>
        )}
      </div>
      <LinkTabs
        label={t('state')}
        tabs={[
          { href: withFilter(search, { state: null }), label: t('all'), current: !state },
          ...settlementStates.map((each) => ({
            href: withFilter(search, { state: each }),
            label: t(each),
            current: each === state,
          })),
        ]}
      />
    </>
  )
}

/** What is chosen, and the way on; stays in sight while the list scrolls. */
function Chosen({
  chosen,
  onClear,
  onMake,
}: {
  chosen: readonly SettlementView[]
  onClear: () => void
  onMake: () => void
}) {
  const t = useMessages(settlementsMessages)
  const { money } = useFormats()
  const isAny = chosen.length > 0
  return (
    <div className="sticky top-11 z-10 lg:top-0 flex min-h-16 flex-wrap items-center justify-between gap-3 rounded-t-card border-b border-line bg-paper-raised px-4 py-2">
      <p aria-live="polite" className={isAny ? 'font-semibold' : 'text-ink-soft'}>
        {isAny ? t('chosen', { count: chosen.length, amount: money(sumOf(chosen)) }) : t('choose')}
      </p>
      {isAny && (
        <span className="flex flex-wrap gap-2">
          <Button tone="plain" size="small" onClick={onClear}>
            {t('unchoose')}
          </Button>
          <Button size="small" onClick={onMake}>
            {t('makeFile')}
          </Button>
        </span>
      )}
    </div>
  )
}
