import { afterSales } from '@weibao/api-client/after-sales'
import { MAX_DIFFERENCE_PHOTOS } from '@weibao/contracts/goods-receipt'
import type { Order } from '@weibao/contracts/order'
import { Card, PhotoField, QuantityStepper, TextField, useBilingual, useMessages } from '@weibao/ui'
import { problemText } from '../../lib/form'
import { isWeightWrong, type Counted } from './counted'
import { receiptsMessages } from './receipts.messages'

/** One line at the kitchen door: what is missing of it, what is broken, what else is to be said. */
export function ReceivedLine({
  orderId,
  line,
  counted,
  error,
  onChange,
}: {
  readonly orderId: string
  readonly line: Order['lines'][number]
  readonly counted: Counted
  readonly error: string | undefined
  readonly onChange: (part: Partial<Counted>) => void
}) {
  const t = useMessages(receiptsMessages)
  const say = useBilingual()
  const name = say(line.name)
  const kept = line.quantity - line.cancelled - counted.short - counted.damaged
  const id = `line-${line.id}`
  return (
    <Card padded className="grid gap-3" role="group" aria-labelledby={id}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id={id} className="text-lg" tabIndex={-1}>
          {name}
        </h2>
        <strong>{t('kept', { count: kept })}</strong>
        <p className="w-full text-sm text-ink-soft">
          {say(line.skuName)} · {t('ordered', { count: line.quantity - line.cancelled })}
        </p>
      </div>
      {error && <p className="text-sm text-madder">{error}</p>}
      <Count label={t('short')}>
        <QuantityStepper
          label={t('shortOf', { name })}
          min={0}
          max={line.quantity - line.cancelled - counted.damaged}
          value={counted.short}
          onChange={(short) => onChange({ short })}
        />
      </Count>
      <Count label={t('damaged')}>
        <QuantityStepper
          label={t('damagedOf', { name })}
          min={0}
          max={line.quantity - line.cancelled - counted.short}
          value={counted.damaged}
          onChange={(damaged) => onChange({ damaged })}
        />
      </Count>
      {counted.short + counted.damaged > 0 && (
        <PhotoField
          upload={(file, onProgress) =>
            afterSales.uploadPhoto({ params: { id: orderId }, file }, { onProgress })
          }
          path="/api/after-sale-photos"
          help={t('photosHelp', { max: MAX_DIFFERENCE_PHOTOS })}
          max={MAX_DIFFERENCE_PHOTOS}
          errorText={problemText}
          name={name}
          ids={counted.photoIds}
          onChange={(photoIds) => onChange({ photoIds })}
        />
      )}
      <details>
        <summary className="cursor-pointer py-2">{t('more')}</summary>
        <div className="grid gap-3 pt-2">
          <Count label={t('extra')}>
            <QuantityStepper
              label={t('extraOf', { name })}
              min={0}
              max={100_000}
              value={counted.over}
              onChange={(over) => onChange({ over })}
            />
          </Count>
          <TextField
            label={t('weighed')}
            help={t('weighedHelp')}
            optional
            inputMode="numeric"
            value={counted.weighed}
            error={isWeightWrong(counted) ? t('needGrams') : undefined}
            onChange={(event) => onChange({ weighed: event.target.value })}
          />
          <TextField
            label={t('note')}
            help={t('noteHelp')}
            optional
            maxLength={200}
            value={counted.note}
            onChange={(event) => onChange({ note: event.target.value })}
          />
        </div>
      </details>
    </Card>
  )
}

function Count({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className="flex items-center justify-between gap-3">
      <span>{label}</span>
      {children}
    </div>
  )
}
