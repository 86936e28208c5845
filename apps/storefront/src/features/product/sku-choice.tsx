import type { Sku } from '@weibao/contracts/sku'
import { Money, useBilingual, useFormats, useMessages } from '@weibao/ui'
import { useId } from 'react'
import { productMessages } from './product.messages'

interface SkuChoiceProps {
  readonly skus: readonly Sku[]
  readonly value: string
  readonly onChange: (skuId: string) => void
}

/** The packs as tiles; each shows its weight and price, and whether it can be had. */
export function SkuChoice({ skus, value, onChange }: SkuChoiceProps) {
  const t = useMessages(productMessages)
  const say = useBilingual()
  const { weight } = useFormats()
  const name = useId()
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-2 text-sm font-semibold">{t('chooseSku')}</legend>
      <div className="flex flex-wrap gap-2">
        {skus.map((sku) => (
          <label
            key={sku.id}
            className="grid min-h-11 cursor-pointer content-center rounded-control border border-line-strong bg-paper-raised px-4 py-2 has-checked:border-indigo has-checked:bg-indigo-soft has-checked:ring-1 has-checked:ring-indigo has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-indigo"
          >
            <input
              type="radio"
              name={name}
              value={sku.id}
              checked={sku.id === value}
              onChange={() => onChange(sku.id)}
              className="sr-only"
            />
            <span className="font-semibold">{say(sku.name)}</span>
            <span className="text-sm text-ink-soft">
              {say(sku.pack) !== say(sku.name) && <>{say(sku.pack) || weight(sku.packGrams)} · </>}
              <Money fen={sku.priceFen} />
              {!sku.isOnSale && <> · {t('skuGone')}</>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
