import { newIdempotencyKey } from '@weibao/api-client/http'
import type { Order } from '@weibao/contracts/order'
import type { CancelReason } from '@weibao/contracts/order-cancelling'
import {
  Button,
  ConfirmDialog,
  Notice,
  RadioGroup,
  TextArea,
  useFormats,
  useMessages,
  useToast,
} from '@weibao/ui'
import { useState } from 'react'
import { problemText } from '../../lib/form'
import { cancelOrderMessages } from './cancel-order.messages'
import { useCancelOrder } from './orders.queries'
import { PackFields } from './pack-fields'
import { leftToPack, packedOf } from './packed'

/** An order of which nothing has left, given up by its cooperative. */
export function CancelOrder({ order }: { order: Order }) {
  const t = useMessages(cancelOrderMessages)
  const [isOpen, setIsOpen] = useState(false)
  if (order.state !== 'confirmed') return null
  return (
    <>
      <Button tone="quiet" onClick={() => setIsOpen(true)}>
        {t('giveUp')}
      </Button>
      {isOpen && <CancelOrderDialog order={order} onClose={() => setIsOpen(false)} />}
    </>
  )
}

const reasons = ['shortfall', 'goods-lost', 'cannot-send'] as const satisfies CancelReason[]

function CancelOrderDialog({ order, onClose }: { order: Order; onClose: () => void }) {
  const t = useMessages(cancelOrderMessages)
  const toast = useToast()
  const { money } = useFormats()
  const cancel = useCancelOrder()
  const [idempotencyKey] = useState(newIdempotencyKey)
  const [reason, setReason] = useState<(typeof reasons)[number]>('shortfall')
  const [text, setText] = useState('')
  const [isAsked, setAsked] = useState(false)
  const [chosen, setChosen] = useState<Readonly<Record<string, number>>>({})
  const all = leftToPack(order)
  const isLost = reason !== 'cannot-send'
  const lost = isLost ? packedOf(all, chosen) : undefined
  const isNothing = lost?.length === 0
  const isMissing = [...text.trim()].length < 2
  const confirm = () => {
    setAsked(true)
    if (isNothing || isMissing) return
    cancel.mutate(
      { id: order.id, reason, text: text.trim(), idempotencyKey, ...(lost ? { lost } : {}) },
      {
        onSuccess: () => {
          toast({ text: t('done'), tone: 'good' })
          onClose()
        },
      },
    )
  }
  return (
    <ConfirmDialog
      open
      tone="danger"
      title={t('title')}
      confirmLabel={t('confirm')}
      cancelLabel={t('keep')}
      busy={cancel.isPending}
      onClose={onClose}
      onConfirm={confirm}
    >
      <div className="grid gap-4">
        <p>{t('lead', { amount: money(order.totalFen) })}</p>
        <RadioGroup
          label={t('why')}
          name="cancel-reason"
          value={reason}
          options={reasons.map((value) => ({ value, label: t(value) }))}
          onChange={(value) => setReason(value as typeof reason)}
        />
        {isLost ? (
          <PackFields
            id="lost-lines"
            legend={t('lost')}
            help={t('lostHelp')}
            labelOf={(name) => t('lostOf', { name })}
            order={order}
            left={all}
            chosen={chosen}
            error={isNothing ? t('nothing') : undefined}
            onChange={(id, quantity) => setChosen({ ...chosen, [id]: quantity })}
          />
        ) : (
          <p>{t('backOnSale')}</p>
        )}
        <TextArea
          label={t('text')}
          help={t('textHelp')}
          rows={3}
          maxLength={200}
          value={text}
          error={isAsked && isMissing ? t('needText') : undefined}
          onChange={(event) => setText(event.target.value)}
        />
        {cancel.error && <Notice tone="problem">{problemText(cancel.error)}</Notice>}
      </div>
    </ConfirmDialog>
  )
}
