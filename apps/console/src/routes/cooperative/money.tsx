import type { QueryClient } from '@tanstack/react-query'
import type { Session } from '@weibao/contracts/session'
import type { RouteObject } from 'react-router'
import {
  balanceQuery,
  earningsQuery,
  ownSettlementsQuery,
  payoutAccountQuery,
} from '../../features/money/money.queries'
import { sessionQuery } from '../../features/sign-in/session.queries'
import { actingOf } from '../../lib/acting'
import { loaderOf } from '../loader'

/** What it earns, and where that is paid. */
export function moneyPages(client: QueryClient): RouteObject[] {
  const load = loaderOf(client)
  return [
    {
      path: 'money',
      loader: load(({ ask, id, cursor }) => [
        ask(balanceQuery(id)),
        ask(ownSettlementsQuery(id, cursor)),
      ]),
      lazy: async () => ({
        Component: (await import('../../features/money/money-page')).MoneyPage,
      }),
    },
    {
      path: 'money/earnings',
      loader: load(({ ask, id, cursor }) => [
        ask(balanceQuery(id)),
        ask(earningsQuery(id, cursor)),
      ]),
      lazy: async () => ({
        Component: (await import('../../features/money/earnings-page')).EarningsPage,
      }),
    },
    {
      path: 'money/account',
      // Nobody is asked for a second factor that is not set up: the page says how it is.
      loader: load(({ ask, id }) => [
        ask(sessionQuery).then((session) => {
          const isDue = session.secondFactor.isEnabled || !mayChangeAccount(session, id)
          return isDue ? ask(payoutAccountQuery(id)) : null
        }),
      ]),
      lazy: async () => ({
        Component: (await import('../../features/money/account-page')).AccountPage,
      }),
    },
  ]
}

function mayChangeAccount(session: Session, organisationId: string): boolean {
  return actingOf(session, organisationId)?.can('payout-account:manage') ?? false
}
