import { randomUUID } from 'node:crypto'
import { Client, type Answer } from './client.js'
import type { TestMarket } from './market.js'

export interface Placed {
  readonly group: {
    readonly id: string
    readonly number: string
    readonly totalFen: number
    readonly payment: { readonly state: string }
    readonly orders: readonly {
      readonly id: string
      readonly state: string
      readonly cooperativeId: string
      readonly cooperativeSlug: string
      readonly totalFen: number
      readonly lines: readonly { readonly lotCodes: readonly string[] }[]
    }[]
  }
  readonly paymentUrl: string
}

export const inBaoshan = {
  recipient: '陈小满',
  phone: '13900001234',
  province: '上海市',
  city: '上海市',
  district: '宝山区',
  subdistrictCode: '310113003',
  street: '友谊路 1 号 2 室',
}

interface Card {
  readonly slug: string
  readonly skuId: string
  readonly left: number
  readonly cooperativeSlug: string
}

/** Something on sale that needs no consent: by a word of its name, or anything. */
export async function findGoods(client: Client, q?: string): Promise<Card> {
  const query = q ? `&q=${encodeURIComponent(q)}` : '&temperature=none'
  const found = await client.get<{
    items: (Card & { isBusinessOnly: boolean; isAdultOnly: boolean })[]
  }>(`/products?onSale=true&limit=50${query}`)
  const card = found.body.items.find((item) => !item.isBusinessOnly && !item.isAdultOnly)
  if (!card)
    throw new Error(
      `nothing on sale for ${q ?? 'anybody'}: ${JSON.stringify(found.body).slice(0, 300)}`,
    )
  return card
}

interface Wish {
  readonly skuId: string
  readonly quantity: number
}

interface BoxWish {
  readonly bundleId: string
  readonly quantity: number
}

/** What a checkout would send for these packs and gift boxes, with the total of the quote. */
export async function checkoutOf(
  client: Client,
  lines: readonly Wish[],
  bundles: readonly BoxWish[] = [],
  address = inBaoshan,
) {
  const { province, subdistrictCode } = address
  const quote = await client.call<{ totalFen: number }>('POST', '/checkout/quote', {
    lines,
    bundles,
    province,
    subdistrictCode,
  })
  return {
    lines,
    bundles,
    address,
    expectedTotalFen: quote.body.totalFen,
    acceptsTerms: true,
    acceptsReturnException: true,
  }
}

export async function placeOrder(
  client: Client,
  lines: readonly Wish[],
  key: string = randomUUID(),
): Promise<Answer<Placed>> {
  return client.post<Placed>('/order-groups', await checkoutOf(client, lines), key)
}

/** Pays an open session as the buyer would, without a browser. */
export async function payAtSandbox(
  market: Pick<TestMarket, 'sandbox'>,
  paymentUrl: string,
  card = '4242424242424242',
): Promise<Response> {
  const session = /\/c\/pay\/([^/?#]+)/.exec(paymentUrl)?.[1]
  return fetch(`${market.sandbox}/sandbox/sessions/${session ?? ''}/payment`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ number: card }),
  })
}
