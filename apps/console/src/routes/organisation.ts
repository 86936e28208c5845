import type { QueryClient } from '@tanstack/react-query'
import type { RouteObject } from 'react-router'
import {
  machineKeysQuery,
  membersQuery,
  organisationQuery,
} from '../features/organisation/organisation.queries'
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
