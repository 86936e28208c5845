import type { Order } from '@weibao/contracts/order'
import { DateText, Facts, Panel, useBilingual, useMessages } from '@weibao/ui'
import { ordersMessages } from './orders.messages'

/** For whom an organisation's order is and when it is to leave and arrive; nothing for a shopper's. */
export function DeliveryWindow({ order }: { order: Order }) {
  const t = useMessages(ordersMessages)
  const say = useBilingual()
  const { buyer, leavesOn, arrivesOn } = order
  if (!buyer || !leavesOn || !arrivesOn) return null
  return (
    <Panel title={t('agreed')}>
      <Facts
        facts={[
          { label: t('buyer'), value: say(buyer.name) },
          { label: t('leavesOn'), value: <DateText value={leavesOn} /> },
          { label: t('arrivesOn'), value: <DateText value={arrivesOn} /> },
        ]}
      />
    </Panel>
  )
}
