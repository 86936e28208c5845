import { useSuspenseQuery } from '@tanstack/react-query'
import { MAX_SLIPS, type Pick } from '@weibao/contracts/packing'
import {
  Breadcrumbs,
  Button,
  DataTable,
  DateText,
  EmptyState,
  Notice,
  PrintIcon,
  TextLink,
  useBilingual,
  useFormats,
  useMessages,
  type Column,
} from '@weibao/ui'
import { useActing } from '../../lib/acting'
import { useTitle } from '../../lib/use-title'
import { packingMessages } from './packing.messages'
import { pickListQuery } from './orders.queries'
import { SlipsButton } from './slips-button'

/** What to take from which lot, over all orders to ship: on paper or on a phone between the shelves. */
export function PickListPage() {
  const t = useMessages(packingMessages)
  useTitle(t('pickTitle'))
  const { organisationId, base } = useActing()
  const { number } = useFormats()
  const { data } = useSuspenseQuery(pickListQuery(organisationId))
  const { picks, orderCount, waitingCount } = data
  return (
    <div className="grid grid-cols-1 gap-4">
      <div className="print:hidden">
        <Breadcrumbs
          trail={[{ label: t('orders'), href: `${base}/orders` }, { label: t('pickTitle') }]}
        />
      </div>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div>
          <h1>{t('pickTitle')}</h1>
          <p className="text-ink-soft">{t('pickLead', { count: number(orderCount) })}</p>
        </div>
        {picks.length > 0 && (
          <div className="flex flex-wrap gap-3 print:hidden">
            {waitingCount <= MAX_SLIPS && <SlipsButton tone="quiet">{t('slips')}</SlipsButton>}
            <Button tone="quiet" icon={PrintIcon} onClick={() => window.print()}>
              {t('print')}
            </Button>
          </div>
        )}
      </div>
      {waitingCount > orderCount && (
        <Notice tone="info">
          {t('pickCut', { waiting: number(waitingCount), count: number(orderCount) })}
        </Notice>
      )}
      {waitingCount > MAX_SLIPS && (
        <Notice tone="info">{t('slipsCut', { most: number(MAX_SLIPS) })}</Notice>
      )}
      <div className="wb-panel">
        <PickTable picks={picks} base={base} />
      </div>
    </div>
  )
}

function PickTable({ picks, base }: { picks: readonly Pick[]; base: string }) {
  const t = useMessages(packingMessages)
  const say = useBilingual()
  const { number, weight } = useFormats()
  const columns: Column<Pick>[] = [
    {
      key: 'goods',
      header: t('goods'),
      primary: true,
      cell: (pick) => (
        <>
          {say(pick.productName)}
          <span className="block text-sm font-normal text-ink-soft">
            {say(pick.skuName)} · {weight(pick.packGrams)}
          </span>
        </>
      ),
    },
    {
      key: 'lot',
      header: t('lot'),
      cell: (pick) => <span className="font-mono whitespace-nowrap">{pick.lotCode}</span>,
    },
    {
      key: 'bestBefore',
      header: t('bestBefore'),
      cell: ({ bestBefore }) => (bestBefore ? <DateText value={bestBefore} /> : '—'),
    },
    {
      key: 'take',
      header: t('take'),
      align: 'end',
      cell: ({ quantity }) => <strong className="text-lg">{number(quantity)}</strong>,
    },
    {
      key: 'orders',
      header: t('forOrders'),
      cell: ({ orders }) => (
        <ul className="flex flex-wrap gap-x-4 gap-y-1">
          {orders.map((order) => (
            <li key={order.orderId} className="whitespace-nowrap">
              <TextLink href={`${base}/orders/${order.orderId}`}>
                {t('ofOrder', { number: order.number, quantity: order.quantity })}
              </TextLink>
            </li>
          ))}
        </ul>
      ),
    },
    {
      key: 'picked',
      header: t('picked'),
      headerHidden: true,
      cell: () => (
        <span className="hidden size-5 border border-ink print:inline-block" aria-hidden="true" />
      ),
    },
  ]
  return (
    <DataTable
      caption={t('pickTitle')}
      columns={columns}
      rows={picks}
      rowKey={({ lotId, productName, skuName }) => `${lotId} ${productName.zh} ${skuName.zh}`}
      empty={<EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>}
    />
  )
}
