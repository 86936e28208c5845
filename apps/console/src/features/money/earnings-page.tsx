import { useSuspenseQuery } from '@tanstack/react-query'
import { settlements } from '@weibao/api-client/settlements'
import type { EarningView } from '@weibao/contracts/settlement'
import {
  DataTable,
  DateText,
  EmptyState,
  Money,
  StateTag,
  TextLink,
  useMessages,
  type Column,
} from '@weibao/ui'
import { useSearchParams } from 'react-router'
import { useActing } from '../../lib/acting'
import { KeysetPager } from '../../lib/keyset-pager'
import { SheetButtons } from '../../lib/sheet-buttons'
import { useTitle } from '../../lib/use-title'
import { BalancePanel } from './balance-panel'
import { MoneyHead } from './money-head'
import { moneyMessages } from './money.messages'
import { earningsQuery } from './money.queries'

/** Every earning and every refund against it, order by order. */
export function EarningsPage() {
  const t = useMessages(moneyMessages)
  useTitle(t('earningsTab'))
  const { organisationId } = useActing()
  const [search] = useSearchParams()
  const cursor = search.get('cursor') ?? undefined
  const { data } = useSuspenseQuery(earningsQuery(organisationId, cursor))
  return (
    <div className="grid grid-cols-1 gap-4">
      <MoneyHead current="earnings" />
      <BalancePanel />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-ink-soft">{t('earningsNote')}</p>
        <SheetButtons
          name={t('earningsTab')}
          make={(format) =>
            settlements.exportEarnings({
              params: { cooperativeId: organisationId },
              query: { format },
            })
          }
        />
      </div>
      <div className="wb-panel">
        <EarningTable earnings={data.items} />
        <KeysetPager nextCursor={data.nextCursor} />
      </div>
    </div>
  )
}

function EarningTable({ earnings }: { earnings: readonly EarningView[] }) {
  const t = useMessages(moneyMessages)
  const { base } = useActing()
  const columns: Column<EarningView>[] = [
    {
      key: 'order',
      header: t('order'),
      primary: true,
      cell: ({ orderId, orderNumber }) => (
        <TextLink href={`${base}/orders/${orderId}`}>{orderNumber}</TextLink>
      ),
    },
    {
      key: 'kind',
      header: t('kind'),
      cell: ({ kind }) => (
        <StateTag tone={kind === 'refund' ? 'ended' : 'done'}>{t(kind)}</StateTag>
      ),
    },
    {
      key: 'earnedAt',
      header: t('earnedAt'),
      cell: ({ earnedAt }) => (
        <DateText value={earnedAt} as="dayTime" className="whitespace-nowrap" />
      ),
    },
    amount(t('goods'), 'goods', ({ goodsFen }) => goodsFen),
    amount(t('freight'), 'freight', ({ freightFen }) => freightFen),
    // Taken off, so that each row adds up as it stands.
    amount(t('commission'), 'commission', ({ commissionFen }) => -commissionFen),
    {
      ...amount(t('amount'), 'amount', ({ amountFen }) => amountFen),
      cell: ({ amountFen }) => <Money fen={amountFen} className="font-semibold" />,
    },
    {
      key: 'payableFrom',
      header: t('payableFrom'),
      cell: ({ payableFrom }) => (
        <DateText value={payableFrom} as="day" className="whitespace-nowrap" />
      ),
    },
    {
      key: 'settlement',
      header: t('settlement'),
      cell: ({ settlementNumber }) =>
        settlementNumber ? (
          <span className="font-mono">{settlementNumber}</span>
        ) : (
          <span className="text-ink-soft">{t('notSettled')}</span>
        ),
    },
  ]
  return (
    <DataTable
      caption={t('earningsTab')}
      columns={columns}
      rows={earnings}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('noEarnings')}>{t('noEarningsText')}</EmptyState>}
    />
  )
}

function amount(
  header: string,
  key: string,
  fenOf: (earning: EarningView) => number,
): Column<EarningView> {
  return { key, header, align: 'end', cell: (earning) => <Money fen={fenOf(earning)} /> }
}
