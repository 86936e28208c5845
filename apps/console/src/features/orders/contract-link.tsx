import type { Order } from '@weibao/contracts/order'
import { ButtonLink, PaperIcon, useMessages } from '@weibao/ui'
import { ordersMessages } from './orders.messages'

/** The contract of an organisation's order as a paper; nothing for a shopper's, which has none. */
export function ContractLink({ order }: { order: Order }) {
  const t = useMessages(ordersMessages)
  if (!order.buyer) return null
  return (
    <ButtonLink
      tone="quiet"
      size="small"
      icon={PaperIcon}
      href={`/api/orders/${order.id}/contract`}
    >
      {t('contract')}
    </ButtonLink>
  )
}
