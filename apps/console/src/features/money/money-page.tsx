import { useSuspenseQuery } from '@tanstack/react-query'
import type { SettlementView } from '@weibao/contracts/settlement'
import { DataTable, DateText, EmptyState, useMessages, type Column } from '@weibao/ui'
import { useSearchParams } from 'react-router'
import { useActing } from '../../lib/acting'
import { KeysetPager } from '../../lib/keyset-pager'
import { useTitle } from '../../lib/use-title'
import {
  PayoutFacts,
  SettlementAmount,
  SettlementName,
  SettlementState,
  StatementLinks,
} from '../settlements/settlement-cells'
import { settlementsMessages } from '../settlements/settlements.messages'
import { BalancePanel } from './balance-panel'
import { MoneyHead } from './money-head'
import { moneyMessages } from './money.messages'
import { ownSettlementsQuery } from './money.queries'

/** What a cooperative has earned, where it stands, and its settlements with their papers. */
export function MoneyPage() {
  const t = useMessages(moneyMessages)
  useTitle(t('title'))
  const { organisationId } = useActing()
  const [search] = useSearchParams()
  const cursor = search.get('cursor') ?? undefined
  const { data } = useSuspenseQuery(ownSettlementsQuery(organisationId, cursor))
  return (
    <div className="grid grid-cols-1 gap-4">
      <MoneyHead current="settlements" />
      <BalancePanel />
      <div className="wb-panel">
        <OwnSettlements settlements={data.items} />
        <KeysetPager nextCursor={data.nextCursor} />
      </div>
    </div>
  )
}

function OwnSettlements({ settlements }: { settlements: readonly SettlementView[] }) {
  const t = useMessages(moneyMessages)
  const shared = useMessages(settlementsMessages)
  const columns: Column<SettlementView>[] = [
    {
      key: 'settlement',
      header: t('settlement'),
      primary: true,
      cell: (settlement) => <SettlementName settlement={settlement} />,
    },
    {
      key: 'state',
      header: shared('state'),
      cell: (settlement) => <SettlementState settlement={settlement} />,
    },
    {
      key: 'closedAt',
      header: t('closedAt'),
      cell: ({ closedAt }) => <DateText value={closedAt} as="day" className="whitespace-nowrap" />,
    },
    {
      key: 'amount',
      header: shared('amount'),
      align: 'end',
      cell: (settlement) => <SettlementAmount settlement={settlement} />,
    },
    {
      key: 'payout',
      header: shared('payout'),
      cell: ({ payout }) => <PayoutFacts payout={payout} />,
    },
    {
      key: 'statement',
      header: shared('statement'),
      cell: (settlement) => <StatementLinks settlement={settlement} />,
    },
  ]
  return (
    <DataTable
      caption={t('settlementsTab')}
      columns={columns}
      rows={settlements}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('noSettlements')}>{t('noSettlementsText')}</EmptyState>}
    />
  )
}
