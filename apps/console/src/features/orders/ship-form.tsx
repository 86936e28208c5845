import { ApiError, newIdempotencyKey } from '@weibao/api-client/http'
import type { Order } from '@weibao/contracts/order'
import {
  Button,
  FormErrorSummary,
  Notice,
  Panel,
  Select,
  TextField,
  TruckIcon,
  useMessages,
  useStored,
  useToast,
} from '@weibao/ui'
import { useState, type FormEvent } from 'react'
import { fieldErrors, formProblems, type FieldErrors } from '../../lib/form'
import { ordersMessages } from './orders.messages'
import { PackFields } from './pack-fields'
import { leftToPack, packedOf } from './packed'
import { useShipOrder } from './orders.queries'

/** What is written to the parcel, in Chinese whatever the page's language. */
const couriers = [
  { code: 'sf', name: '顺丰速运' },
  { code: 'ems', name: '邮政EMS' },
  { code: 'zto', name: '中通快递' },
  { code: 'yto', name: '圆通速递' },
  { code: 'yunda', name: '韵达快递' },
  { code: 'jd', name: '京东物流' },
] as const
const TRACKING = /^[A-Za-z0-9-]{6,40}$/

interface Draft {
  readonly courier: string
  readonly courierName: string
  readonly trackingNumber: string
  /** Lowered quantities by order line; what is not named goes in whole. */
  readonly quantities?: Readonly<Record<string, number>>
  readonly idempotencyKey: string
}

/** Full-width digits and spaces come from Chinese keyboards and scanners. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '')
}

/**
 * Hands an order to a courier. What is typed is kept in this tab's storage together with the key of
 * the intent, so that a lost connection loses nothing and a second try never ships twice.
 */
export function ShipForm({ order }: { order: Order }) {
  const t = useMessages(ordersMessages)
  const toast = useToast()
  const ship = useShipOrder()
  // Another parcel is another intent.
  const name = `ship:${order.id}:${order.shipments.length}`
  const left = leftToPack(order)
  const [fresh] = useState<Draft>(() => ({
    courier: '',
    courierName: '',
    trackingNumber: '',
    idempotencyKey: newIdempotencyKey(),
  }))
  const [draft, keep] = useStored<Draft>(name, fresh)
  const [missing, setMissing] = useState<FieldErrors>({})
  const isLost = ship.error instanceof ApiError && ship.error.code === 'network'
  const errors = { ...refusalsOf(ship.error), ...missing }
  const change = (part: Partial<Draft>) => {
    // Another content is another intent; after a lost answer the key must stay while the content does.
    keep({ ...draft, ...part, idempotencyKey: newIdempotencyKey() })
    setMissing({})
    if (!isLost) ship.reset()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const lines = packedOf(left, draft.quantities ?? {})
    const found = check(draft, t)
    if (lines?.length === 0) found['lines'] = t('packNothing')
    setMissing(found)
    if (Object.keys(found).length > 0) return
    const courier = couriers.find(({ code }) => code === draft.courier)
    ship.mutate(
      {
        id: order.id,
        courier: courier?.name ?? draft.courierName.trim(),
        trackingNumber: plain(draft.trackingNumber),
        ...(lines ? { lines } : {}),
        idempotencyKey: draft.idempotencyKey,
      },
      {
        onSuccess: () => {
          keep(fresh)
          toast({ text: t(lines ? 'partly_done' : 'shipped_done'), tone: 'good' })
        },
        onError: (error) => {
          // A final refusal ends the intent; only a silent network may have been heard.
          const isOpen = error instanceof ApiError && (error.status === 0 || error.status >= 500)
          if (!isOpen) keep({ ...draft, idempotencyKey: newIdempotencyKey() })
        },
      },
    )
  }
  return (
    <Panel title={t('shipTitle')} className="scroll-mt-20">
      <form id="ship" noValidate onSubmit={submit} className="grid gap-4">
        {isLost ? (
          <Notice tone="problem">{t('shipKept')}</Notice>
        ) : (
          <FormErrorSummary
            problems={formProblems(errors, ship.error, (field) => `ship-${field}`)}
          />
        )}
        <PackFields
          legend={t('packTitle')}
          help={t('packHelp')}
          labelOf={(name) => t('packOf', { name })}
          order={order}
          left={left}
          chosen={draft.quantities ?? {}}
          error={errors['lines']}
          onChange={(id, quantity) =>
            change({ quantities: { ...draft.quantities, [id]: quantity } })
          }
        />
        <ShipFields draft={draft} errors={errors} change={change} />
        <Button type="submit" icon={TruckIcon} busy={ship.isPending} wide>
          {t('shipSubmit')}
        </Button>
      </form>
    </Panel>
  )
}

function ShipFields({
  draft,
  errors,
  change,
}: {
  draft: Draft
  errors: FieldErrors
  change: (part: Partial<Draft>) => void
}) {
  const t = useMessages(ordersMessages)
  return (
    <>
      <Select
        id="ship-courier"
        label={t('courier')}
        error={errors['courier']}
        placeholder={t('chooseCourier')}
        value={draft.courier}
        onChange={(event) => change({ courier: event.target.value })}
        options={[
          ...couriers.map(({ code }) => ({ value: code, label: t(code) })),
          { value: 'other', label: t('courierOther') },
        ]}
      />
      {draft.courier === 'other' && (
        <TextField
          id="ship-courierName"
          label={t('courierName')}
          error={errors['courierName']}
          maxLength={30}
          value={draft.courierName}
          onChange={(event) => change({ courierName: event.target.value })}
        />
      )}
      <TextField
        id="ship-trackingNumber"
        label={t('tracking')}
        help={t('trackingHelp')}
        error={errors['trackingNumber']}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={60}
        value={draft.trackingNumber}
        onChange={(event) => change({ trackingNumber: event.target.value })}
      />
    </>
  )
}

function check(
  draft: Draft,
  t: (key: 'needCourier' | 'needCourierName' | 'needTracking' | 'trackingWrong') => string,
): Record<string, string> {
  const tracking = plain(draft.trackingNumber)
  const found: Record<string, string> = {}
  if (!draft.courier) found['courier'] = t('needCourier')
  if (draft.courier === 'other' && !draft.courierName.trim())
    found['courierName'] = t('needCourierName')
  if (!tracking) found['trackingNumber'] = t('needTracking')
  else if (!TRACKING.test(tracking)) found['trackingNumber'] = t('trackingWrong')
  return found
}

/** Refusals of the form as a whole that are about one field stand beside it. */
function refusalsOf(error: unknown): FieldErrors {
  if (error instanceof ApiError && error.code === 'shipment.tracking-used')
    return { trackingNumber: error.detail }
  if (error instanceof ApiError && error.code === 'shipment.more-than-left')
    return { lines: error.detail }
  return fieldErrors(error)
}
