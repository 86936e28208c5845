import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { orders } from '@weibao/api-client/orders'
import { products } from '@weibao/api-client/products'

export const productQuery = (slug: string) =>
  queryOptions({
    queryKey: ['products', 'one', slug],
    queryFn: ({ signal }) => products.get({ params: { slug } }, { signal }),
  })

export const relatedQuery = (slug: string) =>
  queryOptions({
    queryKey: ['products', 'related', slug],
    queryFn: ({ signal }) => products.related({ params: { slug } }, { signal }),
    staleTime: 60_000,
  })

/** Freight and arrival of so many packages for a household in Baoshan. */
export const arrivalQuery = (skuId: string, quantity: number) =>
  queryOptions({
    queryKey: ['quote', 'baoshan', skuId, quantity],
    queryFn: ({ signal }) =>
      orders.quote(
        {
          body: {
            lines: [{ skuId, quantity }],
            province: '上海市',
            subdistrictCode: '310113003',
          },
        },
        { signal },
      ),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })
