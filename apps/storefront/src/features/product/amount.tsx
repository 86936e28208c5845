import type { Bilingual } from '@weibao/contracts/basics'
import type { Sku } from '@weibao/contracts/sku'
import { Price, QuantityStepper, useBilingual, useFormats, useMessages } from '@weibao/ui'
import { nextBreak, priceAt } from './price-at'
import { productMessages } from './product.messages'

interface AmountProps {
  readonly name: Bilingual
  readonly priced: Pick<Sku, 'priceFen' | 'priceBreaks'>
  /** Packages, or boxes, that can be had. */
  readonly left: number
  readonly quantity: number
  readonly onChange: (quantity: number) => void
}

/** How many, what is left, and what more of it would cost. */
export function Amount({ name, priced, left, quantity, onChange }: AmountProps) {
  const t = useMessages(productMessages)
  const say = useBilingual()
  const { money } = useFormats()
  const next = nextBreak(priced, quantity)
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <span className="text-sm font-semibold" aria-hidden="true">
          {t('quantity')}
        </span>
        <QuantityStepper
          label={t('quantityOf', { name: say(name) })}
          value={quantity}
          max={Math.max(1, left)}
          onChange={onChange}
        />
        <span className="text-sm text-ink-soft">
          {left <= 20 ? t('left', { count: left }) : t('plenty')}
        </span>
      </div>
      {priced.priceBreaks.length > 0 && (
        <p className="flex flex-wrap gap-x-4 text-sm">
          <span className="font-semibold">{t('breaks')}</span>
          {priced.priceBreaks.map(({ minQuantity, priceFen }) => (
            <span
              key={minQuantity}
              className={quantity >= minQuantity ? 'font-semibold text-madder' : 'text-ink-soft'}
            >
              {t('breakFrom', { count: minQuantity })} {money(priceFen)} {t('breakEach')}
            </span>
          ))}
        </p>
      )}
      {next && quantity > 1 && (
        <p className="text-sm text-honey-ink">
          {t('nextBreak', { count: next.minQuantity - quantity, price: money(next.priceFen) })}
        </p>
      )}
      {quantity > 1 && (
        <p className="flex items-baseline gap-2">
          <span className="text-sm text-ink-soft">{t('subtotal')}</span>
          <Price fen={priceAt(priced, quantity) * quantity} />
        </p>
      )}
    </div>
  )
}
