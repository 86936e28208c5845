import type { Order } from '@weibao/contracts/order'
import { QuantityStepper, useBilingual, useMessages } from '@weibao/ui'
import { ordersMessages } from './orders.messages'

/** What goes into a parcel: everything that is left, unless quantities are lowered. */
export function PackFields({
  order,
  left,
  chosen,
  error,
  onChange,
}: {
  readonly order: Order
  readonly left: ReadonlyMap<string, number>
  readonly chosen: Readonly<Record<string, number>>
  readonly error: string | undefined
  readonly onChange: (orderLineId: string, quantity: number) => void
}) {
  const t = useMessages(ordersMessages)
  const say = useBilingual()
  return (
    <fieldset id="ship-lines" tabIndex={-1} className="grid gap-3">
      <legend className="mb-1 font-semibold">{t('packTitle')}</legend>
      <p className="text-sm text-ink-soft">{t('packHelp')}</p>
      {error && <p className="text-sm text-madder">{error}</p>}
      <ul className="grid gap-3">
        {[...left].map(([id, most]) => {
          const line = order.lines.find((other) => other.id === id)
          if (!line) return null
          return (
            <li key={id} className="flex items-center justify-between gap-3">
              <span className="min-w-0">
                {say(line.name)}
                <span className="block text-sm text-ink-soft">
                  {say(line.skuName)} · {t('packLeft', { count: most })}
                </span>
              </span>
              <QuantityStepper
                label={t('packOf', { name: say(line.name) })}
                min={0}
                max={most}
                value={Math.min(chosen[id] ?? most, most)}
                onChange={(quantity) => onChange(id, quantity)}
              />
            </li>
          )
        })}
      </ul>
    </fieldset>
  )
}
