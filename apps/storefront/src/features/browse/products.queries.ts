import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { categories, products, townships } from '@weibao/api-client/products'

/** Filters as they stand in the address; every list of goods reads this shape. */
export interface ProductFilter {
  readonly q?: string
  readonly category?: string
  readonly township?: string
  readonly temperature?: string
  readonly season?: 'true'
  readonly gift?: 'true'
  readonly canteen?: 'true'
  readonly recognised?: 'true'
  readonly onSale?: 'true'
  readonly minPriceFen?: number
  readonly maxPriceFen?: number
  readonly sort?: 'recommended' | 'price-asc' | 'price-desc' | 'newest'
}

const flags = ['season', 'gift', 'canteen', 'recognised', 'onSale'] as const
const texts = ['q', 'category', 'township', 'temperature'] as const
const sorts = ['recommended', 'price-asc', 'price-desc', 'newest'] as const

/** Reads the address; what it does not know or cannot read it leaves out. */
export function readFilter(search: URLSearchParams): ProductFilter {
  const filter: Record<string, string | number> = {}
  for (const name of texts) {
    const value = search.get(name)?.trim()
    if (value) filter[name] = value
  }
  for (const name of flags) if (search.get(name) === 'true') filter[name] = 'true'
  for (const name of ['minPriceFen', 'maxPriceFen'] as const) {
    const value = Number(search.get(name) ?? Number.NaN)
    if (Number.isSafeInteger(value) && value >= 0) filter[name] = value
  }
  const sort = sorts.find((name) => name === search.get('sort'))
  if (sort) filter['sort'] = sort
  return filter
}

export const productsQuery = (filter: ProductFilter) =>
  infiniteQueryOptions({
    queryKey: ['products', 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      products.list(
        { query: { ...filter, limit: 24, ...(pageParam ? { cursor: pageParam } : {}) } },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  })

export const shelfQuery = (filter: ProductFilter, limit: number) =>
  queryOptions({
    queryKey: ['products', 'shelf', filter, limit],
    queryFn: ({ signal }) => products.list({ query: { ...filter, limit } }, { signal }),
  })

export const townshipsQuery = queryOptions({
  queryKey: ['townships'],
  queryFn: ({ signal }) => townships.list(undefined, { signal }),
  staleTime: 600_000,
})

export const categoriesQuery = queryOptions({
  queryKey: ['categories'],
  queryFn: ({ signal }) => categories.list(undefined, { signal }),
  staleTime: 600_000,
})
