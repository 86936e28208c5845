import { queryOptions } from '@tanstack/react-query'
import { lots } from '@weibao/api-client/lots'

export const traceQuery = (code: string) =>
  queryOptions({
    queryKey: ['trace', code],
    queryFn: ({ signal }) => lots.trace({ params: { code } }, { signal }),
    staleTime: 60_000,
  })
