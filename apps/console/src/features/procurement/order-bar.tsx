import { newIdempotencyKey } from '@weibao/api-client/http'
import type { AllocationView } from '@weibao/contracts/allocation'
import { returnExceptionText, returnExceptionVersion } from '@weibao/contracts/consent'
import type { PaymentWay } from '@weibao/contracts/payment'
import {
  Button,
  Checkbox,
  ConfirmDialog,
  Notice,
  RadioGroup,
  useBilingual,
  useFormats,
  useMessages,
} from '@weibao/ui'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useActing } from '../../lib/acting'
import { problemText } from '../../lib/form'
import { procurementMessages } from './procurement.messages'
import { usePlaceOrder } from './procurement.queries'

function sumsOf(chosen: readonly AllocationView[]) {
  const goodsFen = chosen.reduce((sum, each) => sum + each.goodsFen, 0)
  const freightFen = chosen.reduce((sum, each) => sum + each.freightFen, 0)
  return { goodsFen, freightFen, totalFen: goodsFen + freightFen }
}

/** Orders the confirmed allocations that are chosen; asks once more, with where they go and how they are paid. */
export function OrderBar({ chosen }: { chosen: readonly AllocationView[] }) {
  const t = useMessages(procurementMessages)
  const { money } = useFormats()
  const [isAsked, setAsked] = useState(false)
  const { goodsFen, freightFen } = sumsOf(chosen)
  return (
    <div className="flex flex-wrap items-center justify-between gap-3" aria-live="polite">
      <p className="text-ink-soft">
        {t('orderLead', {
          count: chosen.length,
          goods: money(goodsFen),
          freight: money(freightFen),
        })}
      </p>
      <Button disabled={chosen.length === 0} onClick={() => setAsked(true)}>
        {t('order')}
      </Button>
      {isAsked && <PlaceDialog chosen={chosen} onClose={() => setAsked(false)} />}
    </div>
  )
}

function PlaceDialog({
  chosen,
  onClose,
}: {
  chosen: readonly AllocationView[]
  onClose: () => void
}) {
  const t = useMessages(procurementMessages)
  const { money } = useFormats()
  const { organisationId: buyerId, base } = useActing()
  const navigate = useNavigate()
  const [way, setWay] = useState<PaymentWay>('online')
  // One intent for each way: choosing another asks for something else.
  const [keys] = useState({ online: newIdempotencyKey(), 'bank-transfer': newIdempotencyKey() })
  const [acceptsReturnException, setAccepts] = useState(false)
  const { mutate, isPending, error } = usePlaceOrder()
  const say = useBilingual()
  const place = () =>
    mutate(
      {
        buyerId,
        allocationIds: chosen.map(({ id }) => id),
        way,
        acceptsReturnException,
        idempotencyKey: keys[way],
      },
      {
        onSuccess: ({ items, paymentUrl }) => {
          const only = items.length === 1 ? items[0]!.orderIds[0] : null
          if (paymentUrl) window.location.assign(paymentUrl)
          else void navigate(only ? `${base}/orders/${only}` : `${base}/orders?tab=to-pay`)
        },
      },
    )
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      onConfirm={place}
      busy={isPending}
      tone="buy"
      title={t('placeTitle', { count: chosen.length })}
      confirmLabel={t('place', { total: money(sumsOf(chosen).totalFen) })}
    >
      <p>{t('placeText')}</p>
      <Places chosen={chosen} />
      <RadioGroup
        className="mt-4"
        label={t('way')}
        value={way}
        onChange={setWay}
        options={(['online', 'bank-transfer'] as const).map((value) => ({
          value,
          label: t(value),
          help: t(`${value}Help`),
        }))}
      />
      <Checkbox
        className="mt-4"
        label={say(returnExceptionText(returnExceptionVersion)!)}
        help={t('returnExceptionHelp')}
        checked={acceptsReturnException}
        onChange={() => setAccepts(!acceptsReturnException)}
      />
      {error && (
        <Notice tone="problem" className="mt-4">
          {problemText(error)}
        </Notice>
      )}
    </ConfirmDialog>
  )
}

function Places({ chosen }: { chosen: readonly AllocationView[] }) {
  const t = useMessages(procurementMessages)
  const { money } = useFormats()
  const names = [...new Set(chosen.map(({ deliveryPointName }) => deliveryPointName))]
  return (
    <div className="mt-4">
      <p className="wb-label">{t('pointsTitle')}</p>
      <ul className="grid gap-1">
        {names.map((name) => {
          const own = chosen.filter(({ deliveryPointName }) => deliveryPointName === name)
          return (
            <li key={name ?? ''}>
              {t('pointSum', {
                point: name ?? t('noPoint'),
                count: own.length,
                total: money(sumsOf(own).totalFen),
              })}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
