import { queryOptions } from '@tanstack/react-query'
import { cooperatives } from '@weibao/api-client/products'

export const cooperativeQuery = (slug: string) =>
  queryOptions({
    queryKey: ['cooperatives', slug],
    queryFn: ({ signal }) => cooperatives.get({ params: { slug } }, { signal }),
    staleTime: 60_000,
  })
