import type { QueryClient } from '@tanstack/react-query'
import type { LoaderFunction } from 'react-router'

interface Address {
  /** Asks once, and keeps the answer for the page. */
  readonly ask: QueryClient['ensureQueryData']
  /** The acting organisation. */
  readonly id: string
  readonly params: Readonly<Record<string, string | undefined>>
  readonly search: URLSearchParams
  readonly cursor: string | undefined
}

/** Primes what a page is about before it is shown; a refusal becomes the route's error. */
export function loaderOf(client: QueryClient) {
  const ask: QueryClient['ensureQueryData'] = client.ensureQueryData.bind(client)
  return (questions: (address: Address) => readonly Promise<unknown>[]): LoaderFunction =>
    async ({ request, params }) => {
      const search = new URL(request.url).searchParams
      const id = params['organisationId'] ?? ''
      const cursor = search.get('cursor') ?? undefined
      await Promise.all(questions({ ask, id, params, search, cursor }))
      return null
    }
}
