import type { OrderState } from '@weibao/contracts/order'
import { orderStateNames } from '@weibao/contracts/order-text'
import { StateTag, useLocale, type StateTone } from '@weibao/ui'

const tones: Record<OrderState, StateTone> = {
  placed: 'waiting',
  confirmed: 'waiting',
  'partly-shipped': 'waiting',
  shipped: 'active',
  delivered: 'active',
  accepted: 'done',
  closed: 'done',
  cancelled: 'ended',
}

export function OrderStateTag({ state }: { state: OrderState }) {
  const { locale } = useLocale()
  return <StateTag tone={tones[state]}>{orderStateNames[state][locale]}</StateTag>
}
