import { useQuery } from '@tanstack/react-query'
import { newIdempotencyKey } from '@weibao/api-client/http'
import type { Order } from '@weibao/contracts/order'
import type { RestReason } from '@weibao/contracts/order-rest'
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
import { cancelRestMessages } from './cancel-rest.messages'
import { restQuoteQuery, useCancelRest } from './orders.queries'
import { PackFields } from './pack-fields'
import { leftToPack, packedOf } from './packed'

type Side = 'buyer' | 'cooperative'

/** What a part-shipped order still owes: its buyer takes it back, or its cooperative gives it up. */
export function CancelRest({ order, side }: { order: Order; side: Side }) {
  const t = useMessages(cancelRestMessages)
  const [isOpen, setIsOpen] = useState(false)
  if (order.state !== 'partly-shipped') return null
  return (
    <>
      <Button tone="quiet" onClick={() => setIsOpen(true)}>
        {t(side === 'buyer' ? 'takeBack' : 'giveUp')}
      </Button>
      {isOpen && <CancelRestDialog order={order} side={side} onClose={() => setIsOpen(false)} />}
    </>
  )
}

interface DialogProps {
  readonly order: Order
  readonly side: Side
  readonly onClose: () => void
}

function CancelRestDialog({ order, side, onClose }: DialogProps) {
  const t = useMessages(cancelRestMessages)
  const toast = useToast()
  const cancel = useCancelRest()
  const [idempotencyKey] = useState(newIdempotencyKey)
  const [reason, setReason] = useState<RestReason>(side === 'buyer' ? 'not-wanted' : 'shortfall')
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<Readonly<Record<string, number>>>({})
  const left = leftToPack(order)
  const lines = packedOf(left, chosen)
  const isNothing = lines?.length === 0
  const confirm = () =>
    !isNothing &&
    cancel.mutate(
      { id: order.id, reason, text: text.trim(), idempotencyKey, ...(lines ? { lines } : {}) },
      {
        onSuccess: () => {
          toast({ text: t('done'), tone: 'good' })
          onClose()
        },
      },
    )
  return (
    <ConfirmDialog
      open
      tone="danger"
      title={t(side === 'buyer' ? 'takeBackTitle' : 'giveUpTitle')}
      confirmLabel={t('confirm')}
      cancelLabel={t('keep')}
      busy={cancel.isPending}
      onClose={onClose}
      onConfirm={confirm}
    >
      <div className="grid gap-4">
        <p>{t(side === 'buyer' ? 'takeBackText' : 'giveUpText')}</p>
        <PackFields
          id="rest-lines"
          legend={t('lines')}
          help={t('linesHelp')}
          labelOf={(name) => t('quantityOf', { name })}
          order={order}
          left={left}
          chosen={chosen}
          error={isNothing ? t('nothing') : undefined}
          onChange={(id, quantity) => setChosen({ ...chosen, [id]: quantity })}
        />
        {side === 'cooperative' && (
          <RadioGroup
            label={t('why')}
            name="rest-reason"
            value={reason}
            options={(['shortfall', 'goods-lost'] as const).map((value) => ({
              value,
              label: t(value),
            }))}
            onChange={(value) => setReason(value as RestReason)}
          />
        )}
        <TextArea
          label={t('text')}
          help={side === 'cooperative' ? t('textHelp') : undefined}
          maxLength={200}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        {!isNothing && <Refunded order={order} reason={reason} lines={lines} />}
        {cancel.error && <Notice tone="problem">{problemText(cancel.error)}</Notice>}
      </div>
    </ConfirmDialog>
  )
}

function Refunded({
  order,
  reason,
  lines,
}: {
  order: Order
  reason: RestReason
  lines: { orderLineId: string; quantity: number }[] | undefined
}) {
  const t = useMessages(cancelRestMessages)
  const { money } = useFormats()
  const { data, error } = useQuery(restQuoteQuery(order.id, reason, lines))
  if (error) return <Notice tone="problem">{problemText(error)}</Notice>
  return (
    <p className="font-semibold" aria-live="polite">
      {data &&
        t('refund', {
          total: money(data.totalFen),
          goods: money(data.goodsFen),
          freight: money(data.freightFen),
        })}
    </p>
  )
}
