import { queryOptions } from '@tanstack/react-query'
import { products } from '@weibao/api-client/products'

/** What a visitor may be typing. Asking for the next text cancels what is still under way. */
export const suggestionsQuery = (q: string) =>
  queryOptions({
    queryKey: ['products', 'suggest', q],
    queryFn: ({ signal }) => products.suggest({ query: { q } }, { signal }),
    staleTime: 60_000,
    retry: false,
  })
