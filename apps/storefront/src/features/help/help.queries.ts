import { queryOptions } from '@tanstack/react-query'
import { serviceDesk } from '@weibao/api-client/settings'

export const serviceDeskQuery = queryOptions({
  queryKey: ['service-desk'],
  queryFn: ({ signal }) => serviceDesk(undefined, { signal }),
})
