import { QueryClient } from '@tanstack/react-query'
import { ApiError } from './http.js'

/** Refusals are final; only a silent network or a busy server is asked again. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (count, error) =>
          count < 2 && error instanceof ApiError && [0, 502, 503].includes(error.status),
      },
      mutations: { retry: false },
    },
  })
}
