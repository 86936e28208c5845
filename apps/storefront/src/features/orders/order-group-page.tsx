import { useSuspenseQuery } from '@tanstack/react-query'
import type { OrderGroup } from '@weibao/contracts/order'
import {
  Button,
  ButtonLink,
  ConfirmDialog,
  Notice,
  Panel,
  Price,
  useBilingual,
  useFormats,
  useMessages,
  useToast,
} from '@weibao/ui'
import { useState } from 'react'
import { useParams } from 'react-router'
import { errorText } from '../../lib/error-text'
import { useTitle } from '../../lib/use-title'
import { OrderLines } from './order-lines'
import { OrderStateTag } from './order-state'
import { ordersMessages } from './orders.messages'
import { orderGroupQuery, useGiveUpGroup, useOpenPayment } from './orders.queries'

/** What was ordered at once; while it is unpaid, the way to pay or to give up. */
export function OrderGroupPage() {
  const t = useMessages(ordersMessages)
  const say = useBilingual()
  const { data: group } = useSuspenseQuery(orderGroupQuery(useParams()['id']!))
  useTitle(t('groupTitle', { number: group.number }))
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <h1>{t('groupTitle', { number: group.number })}</h1>
        <Price fen={group.totalFen} size="large" />
      </div>
      <p className="text-sm text-ink-soft">{t('groupOrders', { count: group.orders.length })}</p>
      <OpenPayment group={group} />
      {group.orders.map((order) => (
        <Panel
          key={order.id}
          title={say(order.cooperativeName)}
          note={t('orderNumber', { number: order.number })}
          actions={
            <>
              <OrderStateTag state={order.state} />
              <ButtonLink href={`/orders/${order.id}`} tone="quiet" size="small">
                {t('viewOrder')}
              </ButtonLink>
            </>
          }
        >
          <OrderLines order={order} />
        </Panel>
      ))}
    </div>
  )
}

function OpenPayment({ group }: { group: OrderGroup }) {
  const t = useMessages(ordersMessages)
  const { dayTime } = useFormats()
  const toast = useToast()
  const [isOpen, setIsOpen] = useState(false)
  const pay = useOpenPayment()
  const giveUp = useGiveUpGroup()
  if (!['created', 'pending'].includes(group.payment.state)) return null
  const onError = (error: Error) => toast({ text: errorText(error), tone: 'problem' })
  return (
    <div className="grid gap-3">
      {group.payment.failureCode && <Notice tone="problem">{t('declined')}</Notice>}
      <Notice tone="season">{t('payUntil', { time: dayTime(group.payment.expiresAt) })}</Notice>
      <div className="flex flex-wrap gap-3">
        <Button
          tone="buy"
          busy={pay.isPending || pay.isSuccess}
          onClick={() => pay.mutate(group.id, { onError })}
        >
          {t('payNow')}
        </Button>
        <Button tone="quiet" onClick={() => setIsOpen(true)}>
          {t('giveUp')}
        </Button>
      </div>
      <ConfirmDialog
        open={isOpen}
        onClose={() => setIsOpen(false)}
        title={t('giveUpTitle')}
        confirmLabel={t('giveUp')}
        tone="danger"
        busy={giveUp.isPending}
        onConfirm={() => giveUp.mutate(group.id, { onError, onSettled: () => setIsOpen(false) })}
      >
        {t('giveUpText')}
      </ConfirmDialog>
    </div>
  )
}
