import type { QueryClient } from '@tanstack/react-query'
import { redirect, type LoaderFunctionArgs, type RouteObject } from 'react-router'
import { signInAddress } from './features/account/next-address'
import { HomeSkeleton } from './features/browse/home-skeleton'
import { HomePage, seasonShelf } from './features/browse/home-page'
import {
  categoriesQuery,
  productsQuery,
  readFilter,
  townshipsQuery,
} from './features/browse/products.queries'
import { cartQuery } from './features/cart/cart.queries'
import { bundleQuery, giftShelf, giftsQuery, readGiftFilter } from './features/gifts/gifts.queries'
import { productQuery } from './features/product/product.queries'
import { NotFoundPage, RouteError } from './features/shell/route-error'
import { PageSkeleton, Shell } from './features/shell/shell'

/** What only later pages ask for comes with them, not with the first page. */
const accountQueries = () => import('./features/account/account.queries')
const addressQueries = () => import('./features/addresses/addresses.queries')
const afterSaleQueries = () => import('./features/after-sale/after-sale.queries')
const hallQueries = () => import('./features/hall/hall.queries')
const notificationQueries = () => import('./features/notifications/notifications.queries')
const orderQueries = () => import('./features/orders/orders.queries')

/** Addresses of the storefront. Each loader primes what its page is about; pages load on demand. */
export function makeRoutes(client: QueryClient): RouteObject[] {
  const pages = [
    ...shopRoutes(client),
    ...orderRoutes(client),
    ...accountRoutes(client),
    helpRoute(client),
    ...legalRoutes,
    { path: '*', Component: NotFoundPage },
  ]
  return [
    {
      Component: Shell,
      errorElement: <RouteError />,
      hydrateFallbackElement: <PageSkeleton />,
      children: [{ errorElement: <RouteError />, children: pages }],
    },
  ]
}

function shopRoutes(client: QueryClient): RouteObject[] {
  return [
    {
      index: true,
      loader: () =>
        Promise.all([
          client.ensureQueryData(seasonShelf),
          client.ensureQueryData(giftShelf),
          client.ensureQueryData(townshipsQuery),
          client.ensureQueryData(categoriesQuery),
        ]),
      hydrateFallbackElement: <HomeSkeleton />,
      Component: HomePage,
    },
    {
      path: 'products',
      loader: ({ request }) =>
        client.ensureInfiniteQueryData(productsQuery(readFilter(searchOf(request)))),
      lazy: async () => ({
        Component: (await import('./features/browse/products-page')).ProductsPage,
      }),
    },
    {
      path: 'products/:slug',
      loader: ({ params }) => client.ensureQueryData(productQuery(params['slug']!)),
      lazy: async () => ({
        Component: (await import('./features/product/product-page')).ProductPage,
      }),
    },
    {
      path: 'hall',
      loader: ({ request }) =>
        Promise.all([
          hallQueries().then(({ hallQuery, readHallFilter }) =>
            client.ensureInfiniteQueryData(hallQuery(readHallFilter(searchOf(request)))),
          ),
          client.ensureQueryData(categoriesQuery),
        ]),
      lazy: async () => ({ Component: (await import('./features/hall/hall-page')).HallPage }),
    },
    {
      path: 'hall/lots',
      loader: ({ request }) =>
        Promise.all([
          hallQueries().then(({ openLotsQuery, readLotsFilter }) =>
            client.ensureInfiniteQueryData(openLotsQuery(readLotsFilter(searchOf(request)))),
          ),
          client.ensureQueryData(categoriesQuery),
          client.ensureQueryData(townshipsQuery),
        ]),
      lazy: async () => ({ Component: (await import('./features/hall/lots-page')).LotsPage }),
    },
    {
      path: 'hall/coming',
      loader: async () => client.ensureInfiniteQueryData((await hallQueries()).comingQuery),
      lazy: async () => ({ Component: (await import('./features/hall/coming-page')).ComingPage }),
    },
    {
      path: 'fairness',
      loader: async () => {
        const { fairnessIndexQuery } = await import('./features/fairness/fairness.queries')
        return client.ensureQueryData(fairnessIndexQuery)
      },
      lazy: async () => ({
        Component: (await import('./features/fairness/fairness-page')).FairnessPage,
      }),
    },
    {
      path: 'gifts',
      loader: ({ request }) =>
        client.ensureInfiniteQueryData(giftsQuery(readGiftFilter(searchOf(request)))),
      lazy: async () => ({ Component: (await import('./features/gifts/gifts-page')).GiftsPage }),
    },
    {
      path: 'gifts/:slug',
      loader: ({ params }) => client.ensureQueryData(bundleQuery(params['slug']!)),
      lazy: async () => ({ Component: (await import('./features/gifts/gift-page')).GiftPage }),
    },
    {
      path: 'cooperatives/:slug',
      loader: async ({ params }) => {
        const { cooperativeQuery } = await import('./features/cooperative/cooperative.queries')
        return client.ensureQueryData(cooperativeQuery(params['slug']!))
      },
      lazy: async () => ({
        Component: (await import('./features/cooperative/cooperative-page')).CooperativePage,
      }),
    },
    {
      path: 'trace',
      lazy: async () => ({
        Component: (await import('./features/trace/trace-search-page')).TraceSearchPage,
      }),
    },
    {
      path: 'trace/:code',
      loader: async ({ params }) => {
        const { traceQuery } = await import('./features/trace/trace.queries')
        return client.ensureQueryData(traceQuery(params['code']!))
      },
      lazy: async () => {
        const { TraceError, TracePage } = await import('./features/trace/trace-page')
        return { Component: TracePage, ErrorBoundary: TraceError }
      },
    },
  ]
}

function orderRoutes(client: QueryClient): RouteObject[] {
  return [
    {
      path: 'cart',
      loader: () => client.ensureQueryData(cartQuery),
      lazy: async () => ({ Component: (await import('./features/cart/cart-page')).CartPage }),
    },
    {
      path: 'checkout',
      loader: () => client.fetchQuery(cartQuery),
      lazy: async () => ({
        Component: (await import('./features/checkout/checkout-page')).CheckoutPage,
      }),
    },
    {
      path: 'orders',
      loader: ({ request }) =>
        Promise.all([
          accountQueries().then(({ sessionQuery }) => client.ensureQueryData(sessionQuery)),
          orderQueries().then(({ ordersQuery, readTab }) =>
            client.ensureInfiniteQueryData(ordersQuery(readTab(searchOf(request)))),
          ),
        ]),
      lazy: async () => ({ Component: (await import('./features/orders/orders-page')).OrdersPage }),
    },
    {
      path: 'orders/paid/:id',
      lazy: async () => ({
        Component: (await import('./features/orders/payment-result-page')).PaymentResultPage,
      }),
    },
    {
      path: 'order-groups/:id',
      loader: async ({ params }) => {
        const { orderGroupQuery } = await orderQueries()
        return client.ensureQueryData(orderGroupQuery(params['id']!))
      },
      lazy: async () => ({
        Component: (await import('./features/orders/order-group-page')).OrderGroupPage,
      }),
    },
    {
      path: 'orders/:id/after-sale',
      loader: async ({ params }) => {
        const { optionsQuery } = await afterSaleQueries()
        return client.ensureQueryData(optionsQuery(params['id']!))
      },
      lazy: async () => ({
        Component: (await import('./features/after-sale/after-sale-form-page')).AfterSaleFormPage,
      }),
    },
    {
      path: 'after-sales',
      loader: async () => client.ensureInfiniteQueryData((await afterSaleQueries()).casesQuery),
      lazy: async () => ({
        Component: (await import('./features/after-sale/after-sales-page')).AfterSalesPage,
      }),
    },
    {
      path: 'after-sales/:id',
      loader: async ({ params }) => {
        const { caseQuery } = await afterSaleQueries()
        return client.ensureQueryData(caseQuery(params['id']!))
      },
      lazy: async () => ({
        Component: (await import('./features/after-sale/after-sale-page')).AfterSalePage,
      }),
    },
    {
      path: 'orders/:id',
      loader: async ({ params }) => {
        const { orderQuery } = await orderQueries()
        return client.ensureQueryData(orderQuery(params['id']!))
      },
      lazy: async () => ({ Component: (await import('./features/orders/order-page')).OrderPage }),
    },
    {
      path: 'orders/:id/receipt',
      loader: async ({ params }) => {
        const { orderQuery } = await orderQueries()
        return client.ensureQueryData(orderQuery(params['id']!))
      },
      lazy: async () => ({
        Component: (await import('./features/orders/receipt-page')).ReceiptPage,
      }),
    },
  ]
}

function accountRoutes(client: QueryClient): RouteObject[] {
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
        Component: (await import('./features/account/sign-in-page')).SignInPage,
      }),
    },
    {
      path: 'register',
      lazy: async () => ({
        Component: (await import('./features/account/register-page')).RegisterPage,
      }),
    },
    {
      path: 'reset-password',
      lazy: async () => ({
        Component: (await import('./features/account/reset-password-page')).ResetPasswordPage,
      }),
    },
    {
      path: 'invitations/:id',
      loader: async () => client.ensureQueryData((await accountQueries()).sessionQuery),
      lazy: async () => ({
        Component: (await import('./features/invitations/invitation-page')).InvitationPage,
      }),
    },
    {
      path: 'account',
      loader: async () => client.ensureQueryData((await accountQueries()).sessionQuery),
      lazy: async () => ({
        Component: (await import('./features/account/account-page')).AccountPage,
      }),
    },
    {
      path: 'account/profile',
      loader: needsPerson(async () =>
        client.ensureQueryData((await accountQueries()).accountQuery),
      ),
      lazy: async () => ({
        Component: (await import('./features/account/profile-page')).ProfilePage,
      }),
    },
    {
      path: 'account/addresses',
      loader: needsPerson(async () =>
        client.ensureQueryData((await addressQueries()).addressesQuery),
      ),
      lazy: async () => ({
        Component: (await import('./features/addresses/addresses-page')).AddressesPage,
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
        Component: (await import('./features/account/security-page')).SecurityPage,
      }),
    },
    {
      path: 'account/data',
      loader: needsPerson(() => Promise.resolve()),
      lazy: async () => ({ Component: (await import('./features/account/data-page')).DataPage }),
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
        Component: (await import('./features/notifications/notifications-page')).NotificationsPage,
      }),
    },
  ]
}

const helpRoute = (client: QueryClient): RouteObject => ({
  path: 'help',
  loader: async () => {
    const { serviceDeskQuery } = await import('./features/help/help.queries')
    return client.ensureQueryData(serviceDeskQuery)
  },
  lazy: async () => ({ Component: (await import('./features/help/help-page')).HelpPage }),
})

const legalRoutes: RouteObject[] = (
  [
    ['terms', 'TermsPage'],
    ['privacy', 'PrivacyPage'],
    ['rules', 'RulesPage'],
  ] as const
).map(([path, page]) => ({
  path,
  lazy: async () => ({ Component: (await import('./features/legal/legal-page'))[page] }),
}))

function searchOf(request: Request): URLSearchParams {
  return new URL(request.url).searchParams
}
