import { queryOptions } from '@tanstack/react-query'
import { fairness } from '@weibao/api-client/fairness'

export const fairnessIndexQuery = queryOptions({
  queryKey: ['fairness-index'],
  queryFn: ({ signal }) => fairness.index(undefined, { signal }),
  staleTime: 600_000,
})
