import { useSuspenseQuery } from '@tanstack/react-query'
import { ButtonLink, LiveRegion, Price, useMessages } from '@weibao/ui'
import { useParams } from 'react-router'
import { useActing } from '../../lib/acting'
import { useTitle } from '../../lib/use-title'
import { isOpenPayment } from './group-payment'
import { procurementMessages } from './procurement.messages'
import { paidGroupQuery } from './procurement.queries'

/** Where the payment page sends the browser back to. Believes the provider, not the address. */
export function PaymentResultPage() {
  const t = useMessages(procurementMessages)
  const { base } = useActing()
  const { data: group } = useSuspenseQuery(paidGroupQuery(useParams()['groupId']!))
  const isOpen = isOpenPayment(group)
  const isPaid = group.payment.state === 'captured'
  const title = t(isPaid ? 'resultPaid' : isOpen ? 'resultOpen' : 'resultOver')
  useTitle(title)
  const [first] = group.orders
  return (
    <div className="mx-auto grid max-w-xl justify-items-center gap-4 py-8 text-center">
      <h1>{title}</h1>
      <LiveRegion>{title}</LiveRegion>
      <p className="text-ink-soft">
        {t(isPaid ? 'paidText' : isOpen ? 'resultOpenText' : 'lapsedText')}
      </p>
      <Price fen={group.totalFen} size="large" muted />
      <div className="flex flex-wrap justify-center gap-3">
        <ButtonLink href={`${base}/orders/${first!.id}`}>{t('toOrder')}</ButtonLink>
        <ButtonLink tone="quiet" href={`${base}/orders`}>
          {t('toOrders')}
        </ButtonLink>
      </div>
    </div>
  )
}
