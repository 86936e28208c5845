import type { OrderState } from '@weibao/contracts/order'
import { StateTag, useMessages, type StateTone } from '@weibao/ui'
import { ordersMessages } from './orders.messages'

const tones: Record<OrderState, StateTone> = {
  placed: 'waiting',
  confirmed: 'active',
  'partly-shipped': 'active',
  shipped: 'active',
  delivered: 'active',
  accepted: 'done',
  closed: 'done',
  cancelled: 'ended',
}

export function OrderStateTag({ state }: { state: OrderState }) {
  const t = useMessages(ordersMessages)
  return <StateTag tone={tones[state]}>{t(state)}</StateTag>
}
