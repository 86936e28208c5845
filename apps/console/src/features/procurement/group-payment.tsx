import type { OrderGroup } from '@weibao/contracts/order'
import { Button, ConfirmDialog, Notice, Panel, useFormats, useMessages } from '@weibao/ui'
import { useState } from 'react'
import { useActing } from '../../lib/acting'
import { problemText } from '../../lib/form'
import { TransferInstruction } from '../transfers/transfer-instruction'
import { procurementMessages } from './procurement.messages'
import { useGiveUpPayment, useOpenPayment } from './procurement.queries'

const OVER = {
  captured: ['paid', 'paidText'],
  'partly-refunded': ['partlyRefunded', 'refundedText'],
  refunded: ['refunded', 'refundedText'],
  disputed: ['paid', 'paidText'],
  lost: ['refunded', 'refundedText'],
  failed: ['lapsed', 'lapsedText'],
  expired: ['lapsed', 'lapsedText'],
} as const

export const isOpenPayment = ({ payment }: OrderGroup) =>
  payment.state === 'created' || payment.state === 'pending'

/** How the payment of a group stands, and how it is paid: on the provider's page, or by a transfer. */
export function GroupPayment({ group }: { group: OrderGroup }) {
  const t = useMessages(procurementMessages)
  const { state } = group.payment
  if (state === 'created' || state === 'pending') return <OpenPayment group={group} />
  const [title, text] = OVER[state]
  // Once all has left, the parcels say how far it is.
  const hasLeft = text === 'paidText' && !group.orders.some((each) => each.state === 'confirmed')
  return (
    <Panel title={t('payment')}>
      <p className="font-bold">{t(title)}</p>
      {!hasLeft && <p className="text-ink-soft">{t(text)}</p>}
    </Panel>
  )
}

function OpenPayment({ group }: { group: OrderGroup }) {
  const t = useMessages(procurementMessages)
  const { money, dayTime } = useFormats()
  const { can } = useActing()
  const [isAsked, setAsked] = useState(false)
  const pay = useOpenPayment()
  const isOnline = group.payment.way === 'online'
  const open = () =>
    pay.mutate(group.id, {
      onSuccess: ({ paymentUrl }) => paymentUrl && window.location.assign(paymentUrl),
    })
  return (
    <div className="grid gap-4">
      <TransferInstruction payment={group.payment} />
      <Panel title={t('payment')}>
        {group.orders.length > 1 && (
          <p>{t('groupOf', { count: group.orders.length, total: money(group.totalFen) })}</p>
        )}
        <p className="text-ink-soft">
          {t('payBefore', { time: dayTime(group.payment.expiresAt) })}
        </p>
        <div className="mt-3 flex flex-wrap gap-2">
          {isOnline && can('order:procure') && (
            <Button tone="buy" busy={pay.isPending} onClick={open}>
              {t('payNow')}
            </Button>
          )}
          {can('order:cancel') && (
            <Button tone="quiet" onClick={() => setAsked(true)}>
              {t('giveUp')}
            </Button>
          )}
        </div>
        {pay.error && (
          <Notice tone="problem" className="mt-3">
            {problemText(pay.error)}
          </Notice>
        )}
      </Panel>
      {isAsked && <GiveUpDialog groupId={group.id} onClose={() => setAsked(false)} />}
    </div>
  )
}

function GiveUpDialog({ groupId, onClose }: { groupId: string; onClose: () => void }) {
  const t = useMessages(procurementMessages)
  const { mutate, isPending, error } = useGiveUpPayment()
  return (
    <ConfirmDialog
      open
      tone="danger"
      title={t('giveUpTitle')}
      confirmLabel={t('giveUp')}
      busy={isPending}
      onClose={onClose}
      onConfirm={() => mutate(groupId, { onSuccess: onClose })}
    >
      <p>{t('giveUpText')}</p>
      {error && (
        <Notice tone="problem" className="mt-3">
          {problemText(error)}
        </Notice>
      )}
    </ConfirmDialog>
  )
}
