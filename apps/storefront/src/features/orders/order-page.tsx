import { useSuspenseQuery } from '@tanstack/react-query'
import { newIdempotencyKey } from '@weibao/api-client/http'
import type { Order } from '@weibao/contracts/order'
import {
  BareLink,
  Button,
  ConfirmDialog,
  Notice,
  Panel,
  TextField,
  Timeline,
  useBilingual,
  useFormats,
  useMessages,
  useToast,
  type TimelineStep,
} from '@weibao/ui'
import { useState } from 'react'
import { useParams } from 'react-router'
import { errorText } from '../../lib/error-text'
import { useTitle } from '../../lib/use-title'
import { OrderCases } from '../after-sale/order-cases'
import { OrderInvoice } from '../invoices/order-invoice'
import { OrderReviews } from '../reviews/order-reviews'
import { CancelRest } from './cancel-rest'
import { OrderLines } from './order-lines'
import { OrderStateTag } from './order-state'
import { ordersMessages } from './orders.messages'
import { Parcels } from './parcels'
import { orderQuery, useAcceptOrder, useCancelOrder } from './orders.queries'

/** One order of one cooperative: where it stands, what is in it, what its buyer can do. */
export function OrderPage() {
  const t = useMessages(ordersMessages)
  const say = useBilingual()
  const { data: order } = useSuspenseQuery(orderQuery(useParams()['id']!))
  useTitle(t('orderTitle', { number: order.number }))
  return (
    <div className="grid grid-cols-1 gap-4">
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <div>
          <h1>{say(order.cooperativeName)}</h1>
          <p className="text-sm text-ink-soft tabular-nums">
            {t('orderNumber', { number: order.number })}
          </p>
        </div>
        <span className="flex flex-wrap items-center gap-3">
          {order.paymentId && order.state !== 'placed' && (
            <BareLink className="wb-link" href={`/orders/${order.id}/receipt`}>
              {t('receipt')}
            </BareLink>
          )}
          <OrderStateTag state={order.state} />
        </span>
      </div>
      <CancelledNotice order={order} />
      <BuyerActs order={order} />
      <div className="grid gap-4 md:grid-cols-2 md:items-start">
        <Panel title={t('goodsTitle')}>
          <OrderLines order={order} />
        </Panel>
        <div className="grid gap-4">
          <Parcels order={order} />
          {(order.state === 'accepted' || order.state === 'closed') && (
            <>
              <OrderReviews orderId={order.id} />
              <OrderInvoice orderId={order.id} />
            </>
          )}
          {order.state !== 'placed' && (
            <OrderCases
              orderId={order.id}
              canOpen={['shipped', 'delivered', 'accepted', 'closed'].includes(order.state)}
            />
          )}
          <Panel title={t('progress')}>
            <OrderTimeline order={order} />
          </Panel>
          {order.address && (
            <Panel title={t('addressTitle')}>
              <address className="not-italic">
                {order.address.recipient} {order.address.phone}
                <br />
                {order.address.province}
                {order.address.city === order.address.province ? '' : order.address.city}
                {order.address.district} {order.address.street}
              </address>
              {order.note && (
                <p className="mt-2 text-sm text-ink-soft">{t('note', { note: order.note })}</p>
              )}
            </Panel>
          )}
        </div>
      </div>
    </div>
  )
}

const cancelledText = {
  'not-wanted': 'cancelledByYou',
  'goods-lost': 'cancelledGoodsLost',
  shortfall: 'cancelledShortfall',
  'cannot-send': 'cancelledCannotSend',
  'not-paid': 'cancelledNotPaid',
  'sold-out': 'cancelledSoldOut',
} as const

/** Why there will be nothing, and where the money is. */
function CancelledNotice({ order }: { order: Order }) {
  const t = useMessages(ordersMessages)
  if (!order.cancellation) return null
  const { reason, text } = order.cancellation
  return (
    <Notice>
      <p>{t(cancelledText[reason])}</p>
      {text && <p className="mt-1 text-ink-soft">{t('cancelledSaid', { text })}</p>}
    </Notice>
  )
}

const eventText = {
  placed: 'eventPlaced',
  paid: 'eventPaid',
  'partly-shipped': 'eventPartlyShipped',
  shipped: 'eventShipped',
  delivered: 'eventDelivered',
  'parcel-lost': 'eventParcelLost',
  'parcel-returned': 'eventParcelReturned',
  'rest-cancelled': 'eventRestCancelled',
  accepted: 'eventAccepted',
  'auto-accepted': 'eventAutoAccepted',
  cancelled: 'eventCancelled',
  refunded: 'eventRefunded',
  closed: 'eventClosed',
} as const

function OrderTimeline({ order }: { order: Order }) {
  const t = useMessages(ordersMessages)
  const { dayTime } = useFormats()
  const done: TimelineStep[] = order.events.map((event) => ({
    id: `${event.kind}-${event.at}`,
    title: t(eventText[event.kind]),
    meta: dayTime(event.at),
    state: ['cancelled', 'rest-cancelled', 'parcel-lost', 'parcel-returned'].includes(event.kind)
      ? 'problem'
      : 'done',
  }))
  const next: Partial<Record<Order['state'], 'eventToShip' | 'eventRestToShip' | 'eventToAccept'>> =
    {
      confirmed: 'eventToShip',
      'partly-shipped': 'eventRestToShip',
      shipped: 'eventToAccept',
      delivered: 'eventToAccept',
    }
  const waiting = next[order.state]
  const steps = waiting
    ? [...done, { id: 'next', title: t(waiting), state: 'current' as const }]
    : done
  return <Timeline label={t('progress')} steps={steps} />
}

function BuyerActs({ order }: { order: Order }) {
  if (order.state === 'shipped' || order.state === 'delivered') return <AcceptAct order={order} />
  if (order.state === 'confirmed') return <CancelAct order={order} />
  if (order.state === 'partly-shipped') return <CancelRest order={order} />
  return null
}

function AcceptAct({ order }: { order: Order }) {
  const t = useMessages(ordersMessages)
  const toast = useToast()
  const { day } = useFormats()
  const [isOpen, setIsOpen] = useState(false)
  const [idempotencyKey] = useState(newIdempotencyKey)
  const accept = useAcceptOrder()
  const confirm = () =>
    accept.mutate(
      { id: order.id, idempotencyKey },
      {
        onSuccess: () => toast({ text: t('accepting'), tone: 'good' }),
        onError: (error) =>
          toast({
            text: errorText(error),
            tone: 'problem',
          }),
        onSettled: () => setIsOpen(false),
      },
    )
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button tone="buy" onClick={() => setIsOpen(true)}>
        {t('accept')}
      </Button>
      {order.autoAcceptAt && (
        <span className="text-sm text-ink-soft">
          {t('autoAccept', { day: day(order.autoAcceptAt) })}
        </span>
      )}
      <ConfirmDialog
        open={isOpen}
        onClose={() => setIsOpen(false)}
        title={t('acceptTitle')}
        confirmLabel={t('acceptConfirm')}
        onConfirm={confirm}
        busy={accept.isPending}
      >
        {t('acceptText')}
      </ConfirmDialog>
    </div>
  )
}

function CancelAct({ order }: { order: Order }) {
  const t = useMessages(ordersMessages)
  const toast = useToast()
  const { money } = useFormats()
  const [isOpen, setIsOpen] = useState(false)
  const [text, setText] = useState('')
  const [idempotencyKey] = useState(newIdempotencyKey)
  const cancel = useCancelOrder()
  const confirm = () =>
    cancel.mutate(
      { id: order.id, text: text.trim(), idempotencyKey },
      {
        onSuccess: () => toast({ text: t('cancelled_done'), tone: 'good' }),
        onError: (error) =>
          toast({
            text: errorText(error),
            tone: 'problem',
          }),
        onSettled: () => setIsOpen(false),
      },
    )
  return (
    <div>
      <Button tone="quiet" onClick={() => setIsOpen(true)}>
        {t('cancel')}
      </Button>
      <ConfirmDialog
        open={isOpen}
        onClose={() => setIsOpen(false)}
        title={t('cancelTitle')}
        confirmLabel={t('cancelConfirm')}
        tone="danger"
        onConfirm={confirm}
        busy={cancel.isPending}
      >
        <p className="mb-3">{t('cancelText', { amount: money(order.totalFen) })}</p>
        <TextField
          label={t('cancelReason')}
          optional
          maxLength={200}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </ConfirmDialog>
    </div>
  )
}
