import type { QueryClient } from '@tanstack/react-query'
import type { RouteObject } from 'react-router'
import {
  machineKeysQuery,
  membersQuery,
  organisationQuery,
} from '../features/organisation/organisation.queries'
import {
  deliveriesQuery,
  deliveryStateOf,
  endpointsQuery,
} from '../features/webhooks/webhooks.queries'
import { sessionQuery } from '../features/sign-in/session.queries'
import { actingOf } from '../lib/acting'
import { loaderOf } from './loader'

/** The organisation itself, the same for who sells and who buys. */
export function organisationRoute(client: QueryClient): RouteObject {
  return {
    path: 'organisation',
    loader: loaderOf(client)(({ ask, id }) => {
      const session = client.getQueryData(sessionQuery.queryKey)
      const can = session ? actingOf(session, id)?.can : undefined
      const mayKeys = can?.('machine-key:manage') && session?.secondFactor.isEnabled
      return [
        ask(organisationQuery(id)),
        ...(can?.('member:read') ? [ask(membersQuery(id))] : []),
        ...(mayKeys ? [ask(machineKeysQuery(id))] : []),
      ]
    }),
    lazy: async () => ({
      Component: (await import('../features/organisation/organisation-page')).OrganisationPage,
    }),
  }
}

/** What its own systems are told, the same for who sells and who buys. */
export function webhookRoutes(client: QueryClient): RouteObject[] {
  const load = loaderOf(client)
  return [
    {
      path: 'webhooks',
      loader: load(({ ask, id }) => [ask(endpointsQuery(id))]),
      lazy: async () => ({
        Component: (await import('../features/webhooks/webhooks-page')).WebhooksPage,
      }),
    },
    {
      path: 'webhooks/:endpointId',
      loader: load(({ ask, id, params, search, cursor }) => [
        ask(endpointsQuery(id)),
        ask(deliveriesQuery(params['endpointId']!, { state: deliveryStateOf(search), cursor })),
      ]),
      lazy: async () => ({
        Component: (await import('../features/webhooks/webhook-log-page')).WebhookLogPage,
      }),
    },
  ]
}
