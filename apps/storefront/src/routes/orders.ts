import type { QueryClient } from '@tanstack/react-query'
import type { RouteObject } from 'react-router'
import { cartQuery } from '../features/cart/cart.queries'
import { searchOf } from './search-of'

const accountQueries = () => import('../features/account/account.queries')
const afterSaleQueries = () => import('../features/after-sale/after-sale.queries')
const orderQueries = () => import('../features/orders/orders.queries')

/** Buying, and what comes after: orders, receipts, after-sale cases. */
export function orderRoutes(client: QueryClient): RouteObject[] {
  return [
    {
      path: 'cart',
      loader: () => client.ensureQueryData(cartQuery),
      lazy: async () => ({ Component: (await import('../features/cart/cart-page')).CartPage }),
    },
    {
      path: 'checkout',
      loader: () => client.fetchQuery(cartQuery),
      lazy: async () => ({
        Component: (await import('../features/checkout/checkout-page')).CheckoutPage,
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
      lazy: async () => ({
        Component: (await import('../features/orders/orders-page')).OrdersPage,
      }),
    },
    {
      path: 'orders/paid/:id',
      lazy: async () => ({
        Component: (await import('../features/orders/payment-result-page')).PaymentResultPage,
      }),
    },
    {
      path: 'order-groups/:id',
      loader: async ({ params }) => {
        const { orderGroupQuery } = await orderQueries()
        return client.ensureQueryData(orderGroupQuery(params['id']!))
      },
      lazy: async () => ({
        Component: (await import('../features/orders/order-group-page')).OrderGroupPage,
      }),
    },
    {
      path: 'orders/:id/after-sale',
      loader: async ({ params }) => {
        const { optionsQuery } = await afterSaleQueries()
        return client.ensureQueryData(optionsQuery(params['id']!))
      },
      lazy: async () => ({
        Component: (await import('../features/after-sale/after-sale-form-page')).AfterSaleFormPage,
      }),
    },
    {
      path: 'after-sales',
      loader: async () => client.ensureInfiniteQueryData((await afterSaleQueries()).casesQuery),
      lazy: async () => ({
        Component: (await import('../features/after-sale/after-sales-page')).AfterSalesPage,
      }),
    },
    {
      path: 'after-sales/:id',
      loader: async ({ params }) => {
        const { caseQuery } = await afterSaleQueries()
        return client.ensureQueryData(caseQuery(params['id']!))
      },
      lazy: async () => ({
        Component: (await import('../features/after-sale/after-sale-page')).AfterSalePage,
      }),
    },
    {
      path: 'orders/:id',
      loader: async ({ params }) => {
        const { orderQuery } = await orderQueries()
        return client.ensureQueryData(orderQuery(params['id']!))
      },
      lazy: async () => ({ Component: (await import('../features/orders/order-page')).OrderPage }),
    },
    {
      path: 'orders/:id/receipt',
      loader: async ({ params }) => {
        const { orderQuery } = await orderQueries()
        return client.ensureQueryData(orderQuery(params['id']!))
      },
      lazy: async () => ({
        Component: (await import('../features/orders/receipt-page')).ReceiptPage,
      }),
    },
  ]
}
