import type { Order } from '@weibao/contracts/order'
import { ButtonLink, DateText, Panel, PrintIcon, useMessages } from '@weibao/ui'
import { useActing } from '../../lib/acting'
import { ReceiptTable } from './receipt-table'
import { receiptsMessages } from './receipts.messages'

/** The receipt of an organisation's order on its page: for the organisation, the cooperative and officers. */
export function ReceiptPanel({ order }: { order: Order }) {
  const t = useMessages(receiptsMessages)
  const { base, can } = useActing()
  const { receipt } = order
  if (!receipt || !order.buyer) return null
  const isOwn = base === `/b/${order.buyer.id}`
  const mayReadCases = can('after-sale:answer') || can('after-sale:read') || isOwn
  return (
    <Panel
      title={t('receipt')}
      flush
      className="min-w-0"
      note={<DateText value={receipt.receivedAt} as="dayTime" />}
      actions={
        <>
          {mayReadCases &&
            receipt.caseIds.map((id) => (
              <ButtonLink key={id} tone="quiet" size="small" href={`${base}/after-sales/${id}`}>
                {t('case')}
              </ButtonLink>
            ))}
          <ButtonLink
            tone="quiet"
            size="small"
            icon={PrintIcon}
            href={`${base}/orders/${order.id}/receipt`}
          >
            {t('print')}
          </ButtonLink>
        </>
      }
    >
      <ReceiptTable order={order} receipt={receipt} />
    </Panel>
  )
}
