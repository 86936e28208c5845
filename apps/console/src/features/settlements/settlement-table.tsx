import type { SettlementView } from '@weibao/contracts/settlement'
import {
  Button,
  DataTable,
  EmptyState,
  useBilingual,
  useMessages,
  type Column,
  type Selection,
} from '@weibao/ui'
import { useActing } from '../../lib/acting'
import type { PayoutDecision } from './payout-dialog'
import {
  PayoutFacts,
  SettlementAmount,
  SettlementName,
  SettlementState,
  StatementLinks,
} from './settlement-cells'
import { settlementsMessages } from './settlements.messages'

/** Settlements of all cooperatives; the chosen ones go into a bank file. */
export function SettlementTable({
  settlements,
  selection,
  onDecide,
}: {
  settlements: readonly SettlementView[]
  selection: Selection | null
  onDecide: (decision: PayoutDecision) => void
}) {
  const t = useMessages(settlementsMessages)
  const say = useBilingual()
  const columns: Column<SettlementView>[] = [
    {
      key: 'settlement',
      header: t('settlement'),
      primary: true,
      cell: (settlement) => <SettlementName settlement={settlement} />,
    },
    {
      key: 'cooperative',
      header: t('cooperative'),
      cell: ({ cooperativeName }) => say(cooperativeName),
    },
    {
      key: 'state',
      header: t('state'),
      cell: (settlement) => <SettlementState settlement={settlement} />,
    },
    {
      key: 'amount',
      header: t('amount'),
      align: 'end',
      cell: (settlement) => <SettlementAmount settlement={settlement} />,
    },
    { key: 'payout', header: t('payout'), cell: ({ payout }) => <PayoutFacts payout={payout} /> },
    {
      key: 'statement',
      header: t('statement'),
      cell: (settlement) => <StatementLinks settlement={settlement} />,
    },
    {
      key: 'act',
      header: t('act'),
      headerHidden: true,
      align: 'end',
      cell: (settlement) => <Acts settlement={settlement} onDecide={onDecide} />,
    },
  ]
  return (
    <DataTable
      caption={t('title')}
      columns={columns}
      rows={settlements}
      rowKey={({ id }) => id}
      rowName={(settlement) => settlement.number}
      {...(selection ? { selection } : {})}
      empty={<EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>}
    />
  )
}

function Acts({
  settlement,
  onDecide,
}: {
  settlement: SettlementView
  onDecide: (decision: PayoutDecision) => void
}) {
  const t = useMessages(settlementsMessages)
  const { can } = useActing()
  const { number, state, payout } = settlement
  if (state !== 'payable' || payout?.state !== 'sent' || !can('payout:confirm')) return null
  return (
    <span className="flex flex-wrap justify-end gap-2">
      <Button
        tone="quiet"
        size="small"
        aria-label={t('giveBackOf', { number })}
        onClick={() => onDecide({ settlement, payoutId: payout.id, act: 'giveBack' })}
      >
        {t('giveBack')}
      </Button>
      <Button
        size="small"
        aria-label={t('confirmOf', { number })}
        onClick={() => onDecide({ settlement, payoutId: payout.id, act: 'confirm' })}
      >
        {t('confirm')}
      </Button>
    </span>
  )
}
