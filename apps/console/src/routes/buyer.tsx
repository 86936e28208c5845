import type { QueryClient } from '@tanstack/react-query'
import type { RouteObject } from 'react-router'
import { budgetLinesQuery, buyerQuotasQuery } from '../features/quotas/quotas.queries'
import { loaderOf } from './loader'
import { notificationsRoute } from './notifications'

/** What a buyer organisation does: file its quotas. */
export function buyerPages(client: QueryClient): RouteObject[] {
  const load = loaderOf(client)
  return [
    {
      index: true,
      loader: load(({ ask, id }) => [ask(budgetLinesQuery(id)), ask(buyerQuotasQuery(id))]),
      lazy: async () => ({
        Component: (await import('../features/quotas/buyer-quotas-page')).BuyerQuotasPage,
      }),
    },
    notificationsRoute(client),
  ]
}
