import type { Order } from '@weibao/contracts/order'
import { Notice, useMessages } from '@weibao/ui'
import { cancelOrderMessages } from './cancel-order.messages'

/** Who cancelled an order and why, for whoever opens it. */
export function CancellationNotice({ order, side }: { order: Order; side: 'buyer' | 'seller' }) {
  const t = useMessages(cancelOrderMessages)
  if (!order.cancellation) return null
  const { reason, text } = order.cancellation
  return (
    <Notice>
      <p>
        {reason === 'not-wanted'
          ? t(side === 'buyer' ? 'byBuyerSelf' : 'byBuyer')
          : reason === 'not-paid' || reason === 'sold-out'
            ? t(reason)
            : t('bySeller', { reason: t(reason) })}
      </p>
      {text && <p className="mt-1 text-ink-soft">{t('said', { text })}</p>}
    </Notice>
  )
}
