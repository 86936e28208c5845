import { useSuspenseQuery } from '@tanstack/react-query'
import type { OrderGroup } from '@weibao/contracts/order'
import {
  ButtonLink,
  CheckIcon,
  ClockIcon,
  LiveRegion,
  MountainLine,
  Price,
  ReturnIcon,
  useMessages,
  type IconType,
} from '@weibao/ui'
import { useParams } from 'react-router'
import { useTitle } from '../../lib/use-title'
import { ordersMessages } from './orders.messages'
import { paymentResultQuery } from './orders.queries'

interface Result {
  readonly icon: IconType
  readonly title:
    'resultPaidTitle' | 'resultOpenTitle' | 'resultExpiredTitle' | 'resultRefundedTitle'
  readonly text: 'resultPaidText' | 'resultOpenText' | 'resultExpiredText' | 'resultRefundedText'
  readonly tone: string
}

/** Where the payment page sends the browser back to. Believes the provider, not the address. */
export function PaymentResultPage() {
  const t = useMessages(ordersMessages)
  const { data: group } = useSuspenseQuery(paymentResultQuery(useParams()['id']!))
  const result = resultOf(group)
  useTitle(t(result.title))
  const Icon = result.icon
  const isOpen = result.title === 'resultOpenTitle'
  const [first] = group.orders
  return (
    <div className="mx-auto grid max-w-xl justify-items-center gap-4 py-8 text-center">
      <Icon className={`text-2xl ${result.tone}`} />
      <h1>{t(result.title)}</h1>
      <LiveRegion>{t(result.title)}</LiveRegion>
      <p className="text-ink-soft">{t(result.text)}</p>
      <Price fen={group.totalFen} size="large" muted />
      <p className="text-sm text-ink-soft tabular-nums">
        {t('orderNumber', { number: group.number })}
      </p>
      <div className="flex flex-wrap justify-center gap-3">
        {isOpen || group.orders.length > 1 ? (
          <ButtonLink href={`/order-groups/${group.id}`}>
            {t(isOpen ? 'payNow' : 'viewOrder')}
          </ButtonLink>
        ) : (
          <ButtonLink href={`/orders/${first?.id ?? ''}`}>{t('viewOrder')}</ButtonLink>
        )}
        <ButtonLink href="/products" tone="quiet">
          {t('goShopping')}
        </ButtonLink>
      </div>
      <MountainLine />
    </div>
  )
}

function resultOf(group: OrderGroup): Result {
  const { state } = group.payment
  if (state === 'created' || state === 'pending')
    return {
      icon: ClockIcon,
      title: 'resultOpenTitle',
      text: 'resultOpenText',
      tone: 'text-honey-ink',
    }
  if (state === 'expired' || state === 'failed')
    return {
      icon: ClockIcon,
      title: 'resultExpiredTitle',
      text: 'resultExpiredText',
      tone: 'text-ink-soft',
    }
  const isRefused = group.orders.every((order) => order.state === 'cancelled')
  return isRefused
    ? {
        icon: ReturnIcon,
        title: 'resultRefundedTitle',
        text: 'resultRefundedText',
        tone: 'text-ink-soft',
      }
    : { icon: CheckIcon, title: 'resultPaidTitle', text: 'resultPaidText', tone: 'text-pine' }
}
