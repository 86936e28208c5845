import type { QueryClient } from '@tanstack/react-query'
import type { RouteObject } from 'react-router'
import {
  BareNotFoundPage,
  BareRouteError,
  NotFoundPage,
  RouteError,
} from './features/shell/route-error'
import { PageSkeleton, Shell } from './features/shell/shell'
import { sessionQuery } from './features/sign-in/session.queries'
import { administrationPages } from './routes/administration'
import { buyerPages } from './routes/buyer'
import { cooperativePages } from './routes/cooperative'
import { goHome, openOrder, requireMember, requireSignedIn } from './routes/guards'

/** Addresses of the console, below `/console`. The acting organisation is always in them. */
export function makeRoutes(client: QueryClient): RouteObject[] {
  return [
    {
      errorElement: <BareRouteError />,
      hydrateFallbackElement: <PageSkeleton />,
      children: [
        { index: true, loader: goHome(client), Component: PageSkeleton },
        ...signInPages(client),
        {
          path: 'apply',
          loader: requireSignedIn(client),
          lazy: async () => ({
            Component: (await import('./features/organisation/apply-page')).ApplyPage,
          }),
        },
        {
          path: 'parts',
          lazy: async () => ({
            Component: (await import('./features/shell/parts-page')).ConsolePartsPage,
          }),
        },
        { path: 'orders/:orderId', loader: openOrder(client), Component: PageSkeleton },
        {
          path: 'c/:organisationId',
          loader: requireMember(client, 'cooperative'),
          Component: Shell,
          children: withinShell(cooperativePages(client)),
        },
        {
          path: 'b/:organisationId',
          loader: requireMember(client, 'buyer'),
          Component: Shell,
          children: withinShell(buyerPages(client)),
        },
        {
          path: 'a/:organisationId',
          loader: requireMember(client, 'administration'),
          Component: Shell,
          children: withinShell(administrationPages(client)),
        },
        { path: '*', Component: BareNotFoundPage },
      ],
    },
  ]
}

/** What fails, or is not there, is said where the page would be; the navigation stays. */
function withinShell(pages: RouteObject[]): RouteObject[] {
  const lost: RouteObject = { path: '*', Component: NotFoundPage }
  return [{ errorElement: <RouteError />, children: [...pages, lost] }]
}

function signInPages(client: QueryClient): RouteObject[] {
  const loader = () => client.ensureQueryData(sessionQuery)
  return [
    {
      path: 'sign-in',
      loader,
      lazy: async () => ({
        Component: (await import('./features/sign-in/sign-in-page')).SignInPage,
      }),
    },
    {
      path: 'second-factor',
      loader,
      lazy: async () => ({
        Component: (await import('./features/sign-in/second-factor-page')).SecondFactorPage,
      }),
    },
    {
      path: 'no-organisation',
      loader,
      lazy: async () => ({
        Component: (await import('./features/shell/no-workplace-page')).NoWorkplacePage,
      }),
    },
  ]
}
