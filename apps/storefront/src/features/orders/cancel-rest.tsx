import { useQuery } from '@tanstack/react-query'
import { newIdempotencyKey } from '@weibao/api-client/http'
import type { Order } from '@weibao/contracts/order'
import {
  Button,
  ConfirmDialog,
  Notice,
  QuantityStepper,
  TextField,
  useBilingual,
  useFormats,
  useMessages,
  useToast,
} from '@weibao/ui'
import { useState } from 'react'
import { errorText } from '../../lib/error-text'
import { leftToShip } from './left-to-ship'
import { ordersMessages } from './orders.messages'
import { restQuoteQuery, useCancelRest } from './orders.queries'

/** The buyer takes back what a part-shipped order still owes, all of it or a part. */
export function CancelRest({ order }: { order: Order }) {
  const t = useMessages(ordersMessages)
  const [isOpen, setIsOpen] = useState(false)
  return (
    <div>
      <Button tone="quiet" onClick={() => setIsOpen(true)}>
        {t('rest')}
      </Button>
      {isOpen && <RestDialog order={order} onClose={() => setIsOpen(false)} />}
    </div>
  )
}

function RestDialog({ order, onClose }: { order: Order; onClose: () => void }) {
  const t = useMessages(ordersMessages)
  const toast = useToast()
  const { money } = useFormats()
  const left = leftToShip(order)
  const [chosen, setChosen] = useState<Readonly<Record<string, number>>>({})
  const [text, setText] = useState('')
  const [idempotencyKey] = useState(newIdempotencyKey)
  const cancel = useCancelRest()
  const lines = left
    .map(({ orderLineId, left: most }) => ({ orderLineId, quantity: chosen[orderLineId] ?? most }))
    .filter(({ quantity }) => quantity > 0)
  const { data: quote } = useQuery(restQuoteQuery(order.id, lines))
  const confirm = () =>
    lines.length > 0 &&
    cancel.mutate(
      { id: order.id, lines, text: text.trim(), idempotencyKey },
      {
        onSuccess: () => {
          toast({ text: t('rest_done'), tone: 'good' })
          onClose()
        },
      },
    )
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={t('restTitle')}
      confirmLabel={t('restConfirm')}
      cancelLabel={t('restKeep')}
      tone="danger"
      onConfirm={confirm}
      busy={cancel.isPending}
    >
      <div className="grid gap-3">
        <p>{t('restText')}</p>
        <ul className="grid gap-3">
          {left.map(({ orderLineId, left: most }) => (
            <RestLine
              key={orderLineId}
              line={order.lines.find(({ id }) => id === orderLineId)!}
              most={most}
              value={chosen[orderLineId] ?? most}
              onChange={(quantity) => setChosen({ ...chosen, [orderLineId]: quantity })}
            />
          ))}
        </ul>
        <TextField
          label={t('cancelReason')}
          optional
          maxLength={200}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <p className="font-semibold" aria-live="polite">
          {lines.length === 0
            ? t('restNothing')
            : quote && t('restRefund', { amount: money(quote.totalFen) })}
        </p>
        {cancel.error && <Notice tone="problem">{errorText(cancel.error)}</Notice>}
      </div>
    </ConfirmDialog>
  )
}

interface RestLineProps {
  readonly line: Order['lines'][number]
  readonly most: number
  readonly value: number
  readonly onChange: (quantity: number) => void
}

function RestLine({ line, most, value, onChange }: RestLineProps) {
  const t = useMessages(ordersMessages)
  const say = useBilingual()
  return (
    <li className="flex items-center justify-between gap-3">
      <span className="min-w-0">
        {say(line.name)}
        <span className="block text-sm text-ink-soft">
          {say(line.skuName)} · {t('restLeft', { count: most })}
        </span>
      </span>
      <QuantityStepper
        label={t('restOf', { name: say(line.name) })}
        min={0}
        max={most}
        value={value}
        onChange={onChange}
      />
    </li>
  )
}
