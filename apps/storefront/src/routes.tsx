import type { QueryClient } from '@tanstack/react-query'
import { redirect, type LoaderFunctionArgs, type RouteObject } from 'react-router'
import {
  accountQuery,
  accountSessionsQuery,
  sessionQuery,
} from './features/account/account.queries'
import { addressesQuery } from './features/addresses/addresses.queries'
import { caseQuery, casesQuery, optionsQuery } from './features/after-sale/after-sale.queries'
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
import { cooperativeQuery } from './features/cooperative/cooperative.queries'
import { fairnessIndexQuery } from './features/fairness/fairness.queries'
import { bundleQuery, giftShelf, giftsQuery, readGiftFilter } from './features/gifts/gifts.queries'
import { serviceDeskQuery } from './features/help/help.queries'
import {
  comingQuery,
  hallQuery,
  openLotsQuery,
  readHallFilter,
  readLotsFilter,
} from './features/hall/hall.queries'
import {
  notificationsQuery,
  preferencesQuery,
} from './features/notifications/notifications.queries'
import { orderGroupQuery, orderQuery, ordersQuery, readTab } from './features/orders/orders.queries'
import { productQuery } from './features/product/product.queries'
import { NotFoundPage, RouteError } from './features/shell/route-error'
import { PageSkeleton, Shell } from './features/shell/shell'
import { traceQuery } from './features/trace/trace.queries'

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
          client.ensureInfiniteQueryData(hallQuery(readHallFilter(searchOf(request)))),
          client.ensureQueryData(categoriesQuery),
        ]),
      lazy: async () => ({ Component: (await import('./features/hall/hall-page')).HallPage }),
    },
    {
      path: 'hall/lots',
      loader: ({ request }) =>
        Promise.all([
          client.ensureInfiniteQueryData(openLotsQuery(readLotsFilter(searchOf(request)))),
          client.ensureQueryData(categoriesQuery),
          client.ensureQueryData(townshipsQuery),
        ]),
      lazy: async () => ({ Component: (await import('./features/hall/lots-page')).LotsPage }),
    },
    {
      path: 'hall/coming',
      loader: () => client.ensureInfiniteQueryData(comingQuery),
      lazy: async () => ({ Component: (await import('./features/hall/coming-page')).ComingPage }),
    },
    {
      path: 'fairness',
      loader: () => client.ensureQueryData(fairnessIndexQuery),
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
      loader: ({ params }) => client.ensureQueryData(cooperativeQuery(params['slug']!)),
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
      loader: ({ params }) => client.ensureQueryData(traceQuery(params['code']!)),
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
          client.ensureQueryData(sessionQuery),
          client.ensureInfiniteQueryData(ordersQuery(readTab(searchOf(request)))),
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
      loader: ({ params }) => client.ensureQueryData(orderGroupQuery(params['id']!)),
      lazy: async () => ({
        Component: (await import('./features/orders/order-group-page')).OrderGroupPage,
      }),
    },
    {
      path: 'orders/:id/after-sale',
      loader: ({ params }) => client.ensureQueryData(optionsQuery(params['id']!)),
      lazy: async () => ({
        Component: (await import('./features/after-sale/after-sale-form-page')).AfterSaleFormPage,
      }),
    },
    {
      path: 'after-sales',
      loader: () => client.ensureInfiniteQueryData(casesQuery),
      lazy: async () => ({
        Component: (await import('./features/after-sale/after-sales-page')).AfterSalesPage,
      }),
    },
    {
      path: 'after-sales/:id',
      loader: ({ params }) => client.ensureQueryData(caseQuery(params['id']!)),
      lazy: async () => ({
        Component: (await import('./features/after-sale/after-sale-page')).AfterSalePage,
      }),
    },
    {
      path: 'orders/:id',
      loader: ({ params }) => client.ensureQueryData(orderQuery(params['id']!)),
      lazy: async () => ({ Component: (await import('./features/orders/order-page')).OrderPage }),
    },
    {
      path: 'orders/:id/receipt',
      loader: ({ params }) => client.ensureQueryData(orderQuery(params['id']!)),
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
      const { state } = await client.ensureQueryData(sessionQuery)
      const { pathname, search } = new URL(request.url)
      if (state !== 'signed-in') return redirect(signInAddress(pathname + search))
      await load()
      return null
    }
  return [
    {
      path: 'sign-in',
      loader: () => client.ensureQueryData(sessionQuery),
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
      loader: () => client.ensureQueryData(sessionQuery),
      lazy: async () => ({
        Component: (await import('./features/invitations/invitation-page')).InvitationPage,
      }),
    },
    {
      path: 'account',
      loader: () => client.ensureQueryData(sessionQuery),
      lazy: async () => ({
        Component: (await import('./features/account/account-page')).AccountPage,
      }),
    },
    {
      path: 'account/profile',
      loader: needsPerson(() => client.ensureQueryData(accountQuery)),
      lazy: async () => ({
        Component: (await import('./features/account/profile-page')).ProfilePage,
      }),
    },
    {
      path: 'account/addresses',
      loader: needsPerson(() => client.ensureQueryData(addressesQuery)),
      lazy: async () => ({
        Component: (await import('./features/addresses/addresses-page')).AddressesPage,
      }),
    },
    {
      path: 'account/security',
      loader: needsPerson(() =>
        Promise.all([
          client.ensureQueryData(accountQuery),
          client.ensureQueryData(accountSessionsQuery),
        ]),
      ),
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
      loader: needsPerson(() =>
        Promise.all([
          client.ensureInfiniteQueryData(notificationsQuery),
          client.ensureQueryData(preferencesQuery),
        ]),
      ),
      lazy: async () => ({
        Component: (await import('./features/notifications/notifications-page')).NotificationsPage,
      }),
    },
  ]
}

const helpRoute = (client: QueryClient): RouteObject => ({
  path: 'help',
  loader: () => client.ensureQueryData(serviceDeskQuery),
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
