import { newIdempotencyKey } from '@weibao/api-client/http'
import type { Order } from '@weibao/contracts/order'
import {
  Button,
  ButtonLink,
  ConfirmDialog,
  Notice,
  TextArea,
  useMessages,
  useToast,
} from '@weibao/ui'
import { useState } from 'react'
import { useActing } from '../../lib/acting'
import { problemText } from '../../lib/form'
import { CancelRest } from '../orders/cancel-rest'
import { useCancelOrder } from '../orders/orders.queries'
import { receiptsMessages } from '../receipts/receipts.messages'
import { procurementMessages } from './procurement.messages'
import { useAcceptOrder } from './procurement.queries'

/** What members may do with a paid order: receive it, or take it back before it ships. */
export function BuyerOrderActs({ order }: { order: Order }) {
  const t = useMessages(procurementMessages)
  const ofReceipts = useMessages(receiptsMessages)
  const { base, can } = useActing()
  const [asked, setAsked] = useState<'accept' | 'cancel' | null>(null)
  const isUnderWay = order.state === 'shipped' || order.state === 'delivered'
  const close = () => setAsked(null)
  return (
    <>
      {isUnderWay && can('order:accept') && (
        <>
          <ButtonLink tone="quiet" href={`${base}/orders/${order.id}/receiving`}>
            {ofReceipts('receive')}
          </ButtonLink>
          <Button onClick={() => setAsked('accept')}>{t('accept')}</Button>
        </>
      )}
      {order.state === 'confirmed' && can('order:cancel') && (
        <Button tone="quiet" onClick={() => setAsked('cancel')}>
          {t('cancel')}
        </Button>
      )}
      {can('order:cancel') && <CancelRest order={order} side="buyer" />}
      {hasArrived(order) && can('order:accept') && (
        <a className="wb-button" data-tone="quiet" href={`/orders/${order.id}/after-sale`}>
          {t('claim')}
        </a>
      )}
      {asked === 'accept' && <AcceptDialog id={order.id} onClose={close} />}
      {asked === 'cancel' && <CancelDialog id={order.id} onClose={close} />}
    </>
  )
}

/** While a case may be opened: the shop’s page says what of it, and until when. */
function hasArrived({ state }: Order): boolean {
  return state === 'shipped' || state === 'delivered' || state === 'accepted'
}

function AcceptDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useMessages(procurementMessages)
  const toast = useToast()
  const { mutate, isPending, error } = useAcceptOrder()
  const onSuccess = () => {
    toast({ text: t('accepted') })
    onClose()
  }
  return (
    <ConfirmDialog
      open
      title={t('acceptTitle')}
      confirmLabel={t('accept')}
      busy={isPending}
      onClose={onClose}
      onConfirm={() => mutate(id, { onSuccess })}
    >
      <p>{t('acceptText')}</p>
      <Problem error={error} />
    </ConfirmDialog>
  )
}

function CancelDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useMessages(procurementMessages)
  const toast = useToast()
  const { mutate, isPending, error } = useCancelOrder()
  const [text, setText] = useState('')
  const [isAsked, setAsked] = useState(false)
  const [idempotencyKey] = useState(newIdempotencyKey)
  const said = text.trim()
  const isMissing = [...said].length < 2
  const onSuccess = () => {
    toast({ text: t('cancelledDone') })
    onClose()
  }
  const confirm = () => {
    setAsked(true)
    if (!isMissing) mutate({ id, reason: 'not-wanted', text: said, idempotencyKey }, { onSuccess })
  }
  return (
    <ConfirmDialog
      open
      tone="danger"
      title={t('cancelTitle')}
      confirmLabel={t('cancel')}
      busy={isPending}
      onClose={onClose}
      onConfirm={confirm}
    >
      <p>{t('cancelText')}</p>
      <TextArea
        className="mt-3"
        label={t('reason')}
        value={text}
        maxLength={200}
        error={isAsked && isMissing ? t('needReason') : undefined}
        onChange={(event) => setText(event.target.value)}
      />
      <Problem error={error} />
    </ConfirmDialog>
  )
}

function Problem({ error }: { error: Error | null }) {
  if (!error) return null
  return (
    <Notice tone="problem" className="mt-3">
      {problemText(error)}
    </Notice>
  )
}
