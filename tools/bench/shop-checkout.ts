import { Client } from '../../test/support/client.js'
import { checkoutOf, type Placed } from '../../test/support/shopping.js'
import { Durations } from '../../test/load/support/figures.js'

export interface CheckoutFigure {
  readonly perSecond: number
  readonly times: Durations
  readonly faults: ReadonlyMap<string, number>
}

/**
 * A guest's whole checkout: two lines into the cart, address and freight, the order with its payment
 * page, the order read back; and where `untilPaid`, read until the provider's webhook has paid it.
 */
export async function checkOut(
  api: string,
  skuIds: readonly string[],
  untilPaid: boolean,
): Promise<void> {
  const client = new Client(api)
  const lines = skuIds.map((skuId) => ({ skuId, quantity: 1 }))
  for (const { skuId } of lines) {
    const put = await client.call('PUT', `/cart/lines/${skuId}`, { quantity: 1 })
    if (put.status !== 200) throw new Error(`cart ${put.status}`)
  }
  const placed = await client.post<Placed>('/order-groups', await checkoutOf(client, lines))
  if (placed.status !== 201 || !placed.body.paymentUrl) throw new Error(`order ${placed.status}`)
  for (;;) {
    const { status, body } = await client.get<Placed['group']>(
      `/order-groups/${placed.body.group.id}`,
    )
    if (status !== 200) throw new Error(`order read ${status}`)
    if (!untilPaid || body.payment.state === 'captured') return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

/** So many guests at once check out again and again; lots are spread over all of `skuIds`. */
export async function measureCheckouts(
  apis: readonly string[],
  skuIds: readonly string[],
  { guests, seconds, untilPaid }: { guests: number; seconds: number; untilPaid: boolean },
): Promise<CheckoutFigure> {
  const times = new Durations()
  const faults = new Map<string, number>()
  const begun = performance.now()
  const end = begun + seconds * 1000
  let turn = 0
  await Promise.all(
    Array.from({ length: guests }, async (_, guest) => {
      while (performance.now() < end) {
        const started = performance.now()
        const first = turn++ % skuIds.length
        const pair = [skuIds[first]!, skuIds[(first + 7) % skuIds.length]!]
        try {
          await checkOut(apis[guest % apis.length]!, pair, untilPaid)
          times.add(performance.now() - started)
        } catch (error) {
          const text = error instanceof Error ? error.message : String(error)
          faults.set(text, (faults.get(text) ?? 0) + 1)
        }
      }
    }),
  )
  const took = (performance.now() - begun) / 1000
  return { perSecond: times.count / took, times, faults }
}
