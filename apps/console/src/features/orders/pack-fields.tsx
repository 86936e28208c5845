import type { Order } from '@weibao/contracts/order'
import { QuantityStepper, useBilingual, useMessages } from '@weibao/ui'
import type { ReactNode } from 'react'
import { ordersMessages } from './orders.messages'

/** So many of what is left of each line: all of it, unless quantities are lowered. */
export function PackFields({
  id = 'ship-lines',
  legend,
  help,
  labelOf,
  order,
  left,
  chosen,
  error,
  onChange,
}: {
  readonly id?: string
  readonly legend: string
  readonly help: ReactNode
  readonly labelOf: (name: string) => string
  readonly order: Order
  readonly left: ReadonlyMap<string, number>
  readonly chosen: Readonly<Record<string, number>>
  readonly error: string | undefined
  readonly onChange: (orderLineId: string, quantity: number) => void
}) {
  const t = useMessages(ordersMessages)
  const say = useBilingual()
  return (
    <fieldset id={id} tabIndex={-1} className="grid gap-3">
      <legend className="mb-1 font-semibold">{legend}</legend>
      <p className="text-sm text-ink-soft">{help}</p>
      {error && <p className="text-sm text-madder">{error}</p>}
      <ul className="grid gap-3">
        {[...left].map(([lineId, most]) => {
          const line = order.lines.find((other) => other.id === lineId)
          if (!line) return null
          return (
            <li key={lineId} className="flex items-center justify-between gap-3">
              <span className="min-w-0">
                {say(line.name)}
                <span className="block text-sm text-ink-soft">
                  {say(line.skuName)} · {t('packLeft', { count: most })}
                </span>
              </span>
              <QuantityStepper
                label={labelOf(say(line.name))}
                min={0}
                max={most}
                value={Math.min(chosen[lineId] ?? most, most)}
                onChange={(quantity) => onChange(lineId, quantity)}
              />
            </li>
          )
        })}
      </ul>
    </fieldset>
  )
}
