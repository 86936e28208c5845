import type { QueryClient } from '@tanstack/react-query'
import type { RouteObject } from 'react-router'
import { giftShelf, HomePage, seasonShelf } from './features/browse/home-page'
import {
  categoriesQuery,
  productsQuery,
  readFilter,
  townshipsQuery,
} from './features/browse/products.queries'
import { cartQuery } from './features/cart/cart.queries'
import { orderGroupQuery, orderQuery } from './features/orders/orders.queries'
import { NotFoundPage, RouteError } from './features/shell/route-error'
import { PageSkeleton, Shell } from './features/shell/shell'

/** Addresses of the storefront. Each loader primes what its page is about; pages load on demand. */
export function makeRoutes(client: QueryClient): RouteObject[] {
  const pages: RouteObject[] = [
    {
      index: true,
      loader: () =>
        Promise.all([
          client.ensureQueryData(seasonShelf),
          client.ensureQueryData(giftShelf),
          client.ensureQueryData(townshipsQuery),
          client.ensureQueryData(categoriesQuery),
        ]),
      Component: HomePage,
    },
    {
      path: 'products',
      loader: ({ request }) =>
        client.ensureInfiniteQueryData(
          productsQuery(readFilter(new URL(request.url).searchParams)),
        ),
      lazy: async () => ({
        Component: (await import('./features/browse/products-page')).ProductsPage,
      }),
    },
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
      path: 'orders/:id',
      loader: ({ params }) => client.ensureQueryData(orderQuery(params['id']!)),
      lazy: async () => ({ Component: (await import('./features/orders/order-page')).OrderPage }),
    },
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
