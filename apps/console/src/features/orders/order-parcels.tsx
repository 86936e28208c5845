import { newIdempotencyKey } from '@weibao/api-client/http'
import type { Order } from '@weibao/contracts/order'
import type { Shipment } from '@weibao/contracts/shipment'
import {
  Button,
  ButtonLink,
  ConfirmDialog,
  ParcelState,
  PrintIcon,
  useBilingual,
  useFormats,
  useMessages,
  useToast,
} from '@weibao/ui'
import { useState } from 'react'
import { useActing } from '../../lib/acting'
import { problemText } from '../../lib/form'
import { ordersMessages } from './orders.messages'
import { useMarkParcel } from './orders.queries'

/** The parcels of an order, with where each is and what its cooperative can say of it. */
export function OrderParcels({ order, isOwn }: { order: Order; isOwn: boolean }) {
  return (
    <ul className="grid gap-4">
      {order.shipments.map((shipment, index) => (
        <Parcel key={shipment.id} order={order} shipment={shipment} n={index + 1} isOwn={isOwn} />
      ))}
    </ul>
  )
}

function Parcel({
  order,
  shipment,
  n,
  isOwn,
}: {
  order: Order
  shipment: Shipment
  n: number
  isOwn: boolean
}) {
  const t = useMessages(ordersMessages)
  const say = useBilingual()
  const { dayTime } = useFormats()
  const { base, can } = useActing()
  const last = shipment.events.at(-1)
  return (
    <li className="grid gap-1 border-b border-line pb-4 last:border-0 last:pb-0">
      <div className="flex flex-wrap items-center gap-2">
        <strong>{t('parcelN', { n })}</strong>
        <ParcelState state={shipment.state} />
      </div>
      <p className="font-mono text-sm break-all">
        {t('parcel', { courier: shipment.courier, number: shipment.trackingNumber })}
      </p>
      <ul className="text-sm text-ink-soft">
        {shipment.lines.map(({ orderLineId, quantity }) => {
          const line = order.lines.find(({ id }) => id === orderLineId)
          return line ? (
            <li key={orderLineId}>
              {say(line.name)} {say(line.skuName)} × {quantity}
            </li>
          ) : null
        })}
      </ul>
      {last && (
        <p className="text-sm text-ink-soft">
          {say(last.place)} · {dayTime(last.at)}
        </p>
      )}
      {shipment.state === 'dispatched' && shipment.tracking === 'unknown' && (
        <p className="text-sm text-madder">{t('trackingUnknown')}</p>
      )}
      {isOwn && (
        <div className="flex flex-wrap gap-2 pt-1">
          <ButtonLink
            tone="quiet"
            size="small"
            icon={PrintIcon}
            href={`${base}/orders/${order.id}/slip?parcel=${shipment.id}`}
            aria-label={t('parcelSlipN', { n })}
          >
            {t('parcelSlip')}
          </ButtonLink>
          {shipment.state === 'dispatched' && can('order:ship') && (
            <>
              <MarkAct order={order} shipment={shipment} fate="lost" />
              <MarkAct order={order} shipment={shipment} fate="returned" />
            </>
          )}
        </div>
      )}
    </li>
  )
}

function MarkAct({
  order,
  shipment,
  fate,
}: {
  order: Order
  shipment: Shipment
  fate: 'lost' | 'returned'
}) {
  const t = useMessages(ordersMessages)
  const toast = useToast()
  const mark = useMarkParcel()
  const [isOpen, setIsOpen] = useState(false)
  const [idempotencyKey] = useState(newIdempotencyKey)
  const label = t(fate === 'lost' ? 'markLost' : 'markReturned')
  const confirm = () =>
    mark.mutate(
      { id: order.id, shipmentId: shipment.id, fate, idempotencyKey },
      {
        onSuccess: () => toast({ text: t('markDone'), tone: 'good' }),
        onError: (error) => toast({ text: problemText(error), tone: 'problem' }),
        onSettled: () => setIsOpen(false),
      },
    )
  return (
    <>
      <Button tone="plain" size="small" onClick={() => setIsOpen(true)}>
        {label}
      </Button>
      <ConfirmDialog
        open={isOpen}
        onClose={() => setIsOpen(false)}
        title={t(fate === 'lost' ? 'markLostTitle' : 'markReturnedTitle')}
        confirmLabel={label}
        tone="danger"
        onConfirm={confirm}
        busy={mark.isPending}
      >
        {t('markText')}
      </ConfirmDialog>
    </>
  )
}
