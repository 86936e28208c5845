import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { bundles } from '@weibao/api-client/products'

/** What a giver has to spend on each head, as it stands in the address. */
export interface GiftFilter {
  readonly minPriceFen?: number
  readonly maxPriceFen?: number
}

/** Budgets a head that unions usually give, in yuan: from, to. */
export const BUDGETS = [
  [0, 100],
  [100, 200],
  [200, 300],
  [300, null],
] as const

/** Reads the address; what it cannot read it leaves out. */
export function readGiftFilter(search: URLSearchParams): GiftFilter {
  const filter: { -readonly [K in keyof GiftFilter]: GiftFilter[K] } = {}
  for (const name of ['minPriceFen', 'maxPriceFen'] as const) {
    const text = search.get(name)
    const value = Number(text)
    if (text && Number.isSafeInteger(value) && value >= 0) filter[name] = value
  }
  return filter
}

export const giftsQuery = (filter: GiftFilter) =>
  infiniteQueryOptions({
    queryKey: ['bundles', 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      bundles.list(
        { query: { ...filter, limit: 24, ...(pageParam ? { cursor: pageParam } : {}) } },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  })

/** A few boxes for the home page, from what most unions give upwards. */
export const giftShelf = queryOptions({
  queryKey: ['bundles', 'shelf'],
  queryFn: ({ signal }) => bundles.list({ query: { minPriceFen: 9_000, limit: 4 } }, { signal }),
})

/** Boxes whose name holds what the visitor looks for. */
export const foundGiftsQuery = (q: string) =>
  queryOptions({
    queryKey: ['bundles', 'found', q],
    queryFn: ({ signal }) => bundles.list({ query: { q, limit: 4 } }, { signal }),
  })

export const bundleQuery = (slug: string) =>
  queryOptions({
    queryKey: ['bundles', 'one', slug],
    queryFn: ({ signal }) => bundles.get({ params: { slug } }, { signal }),
  })
