import { useQuery } from '@tanstack/react-query'
import type { TemperatureMode } from '@weibao/contracts/product'
import type { Sku } from '@weibao/contracts/sku'
import { SnowflakeIcon, TruckIcon, useFormats, useMessages } from '@weibao/ui'
import { productMessages } from './product.messages'
import { arrivalQuery } from './product.queries'

interface ArrivalProps {
  readonly sku: Sku
  readonly quantity: number
  readonly mode: TemperatureMode
}

const modeText = { none: 'modeNone', chilled: 'modeChilled', frozen: 'modeFrozen' } as const

/** When it would be in Baoshan and for what freight. */
export function Arrival({ sku, quantity, mode }: ArrivalProps) {
  const t = useMessages(productMessages)
  const { dayRange, money } = useFormats()
  const { data, isError } = useQuery(arrivalQuery(sku.id, quantity))
  const [parcel] = data?.parcels ?? []
  const Icon = mode === 'none' ? TruckIcon : SnowflakeIcon
  return (
    <div className="grid grid-cols-[auto_1fr] gap-3 rounded-card border border-line bg-paper-raised px-4 py-3">
      <Icon className="mt-0.5 text-lg text-indigo" />
      <div className="grid min-h-18 gap-0.5">
        <p className="font-semibold">
          {t('arrival')}
          {parcel && (
            <>
              {' · '}
              {t('arrivalDays', { range: dayRange(parcel.arrivesFrom, parcel.arrivesTo) })}
            </>
          )}
        </p>
        <p className="text-sm">
          {parcel
            ? parcel.freightFen === 0
              ? t('freightFree')
              : t('freight', { amount: money(parcel.freightFen) })
            : isError
              ? t('arrivalUnknown')
              : t('arrivalLoading')}
          {' · '}
          {t(modeText[mode])}
        </p>
        {parcel && <p className="text-sm text-ink-soft">{t('elsewhere')}</p>}
      </div>
    </div>
  )
}
