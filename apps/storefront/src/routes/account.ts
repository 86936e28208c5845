import type { QueryClient } from '@tanstack/react-query'
import { redirect, type LoaderFunctionArgs, type RouteObject } from 'react-router'
import { signInAddress } from '../features/account/next-address'

const accountQueries = () => import('../features/account/account.queries')
const addressQueries = () => import('../features/addresses/addresses.queries')
const notificationQueries = () => import('../features/notifications/notifications.queries')

/** Signing in, and what is one's own. */
export function accountRoutes(client: QueryClient): RouteObject[] {
  /** Only for who is signed in; others sign in first and come back. */
  const needsPerson =
    (load: () => Promise<unknown>) =>
    async ({ request }: LoaderFunctionArgs) => {
      const { sessionQuery } = await accountQueries()
      const { state } = await client.ensureQueryData(sessionQuery)
      const { pathname, search } = new URL(request.url)
      if (state !== 'signed-in') return redirect(signInAddress(pathname + search))
      await load()
      return null
    }
  return [
    {
      path: 'sign-in',
      loader: async () => client.ensureQueryData((await accountQueries()).sessionQuery),
      lazy: async () => ({
        Component: (await import('../features/account/sign-in-page')).SignInPage,
      }),
    },
    {
      path: 'register',
      lazy: async () => ({
        Component: (await import('../features/account/register-page')).RegisterPage,
      }),
    },
    {
      path: 'reset-password',
      lazy: async () => ({
        Component: (await import('../features/account/reset-password-page')).ResetPasswordPage,
      }),
    },
    {
      path: 'invitations/:id',
      loader: async () => client.ensureQueryData((await accountQueries()).sessionQuery),
      lazy: async () => ({
        Component: (await import('../features/invitations/invitation-page')).InvitationPage,
      }),
    },
    {
      path: 'account',
      loader: async () => client.ensureQueryData((await accountQueries()).sessionQuery),
      lazy: async () => ({
        Component: (await import('../features/account/account-page')).AccountPage,
      }),
    },
    {
      path: 'account/profile',
      loader: needsPerson(async () =>
        client.ensureQueryData((await accountQueries()).accountQuery),
      ),
      lazy: async () => ({
        Component: (await import('../features/account/profile-page')).ProfilePage,
      }),
    },
    {
      path: 'account/addresses',
      loader: needsPerson(async () =>
        client.ensureQueryData((await addressQueries()).addressesQuery),
      ),
      lazy: async () => ({
        Component: (await import('../features/addresses/addresses-page')).AddressesPage,
      }),
    },
    {
      path: 'account/security',
      loader: needsPerson(async () => {
        const { accountQuery, accountSessionsQuery } = await accountQueries()
        return Promise.all([
          client.ensureQueryData(accountQuery),
          client.ensureQueryData(accountSessionsQuery),
        ])
      }),
      lazy: async () => ({
        Component: (await import('../features/account/security-page')).SecurityPage,
      }),
    },
    {
      path: 'account/data',
      loader: needsPerson(() => Promise.resolve()),
      lazy: async () => ({ Component: (await import('../features/account/data-page')).DataPage }),
    },
    {
      path: 'notifications',
      loader: needsPerson(async () => {
        const { notificationsQuery, preferencesQuery } = await notificationQueries()
        return Promise.all([
          client.ensureInfiniteQueryData(notificationsQuery),
          client.ensureQueryData(preferencesQuery),
        ])
      }),
      lazy: async () => ({
        Component: (await import('../features/notifications/notifications-page')).NotificationsPage,
      }),
    },
  ]
}
