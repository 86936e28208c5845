import type { QueryClient } from '@tanstack/react-query'
import type { RouteObject } from 'react-router'
import {
  afterSaleFilterNames,
  caseCountsQuery,
  caseQuery,
  cooperativeCasesQuery,
} from '../features/after-sale/after-sale.queries'
import {
  allocationCountsQuery,
  allocationFilterOf,
  cooperativeAllocationsQuery,
} from '../features/allocations/allocations.queries'
import { fairnessRangeOf, ownFairnessQuery } from '../features/fairness/fairness.queries'
import { accuracyQuery, ownForecastsQuery, whenOf } from '../features/forecasts/forecasts.queries'
import { invoicesQuery, invoiceStateOf } from '../features/invoices/invoices.queries'
import { lotsQuery } from '../features/lots/lots.queries'
import { categoriesQuery, townshipsQuery } from '../features/names/names.queries'
import { orderStateOf } from '../features/orders/order-filters'
import {
  cooperativeOrdersQuery,
  orderCountsQuery,
  orderQuery,
  ordersToShipQuery,
  pickListQuery,
} from '../features/orders/orders.queries'
import { ownPageQuery } from '../features/own-page/own-page.queries'
import {
  productFilterNames,
  productQuery,
  productsQuery,
} from '../features/products/products.queries'
import { cooperativeReviewsQuery, reviewFilterNames } from '../features/reviews/reviews.queries'
import { papersQuery } from '../features/papers/papers.queries'
import { filterOf } from '../lib/search'
import { bundlePages } from './cooperative/bundles'
import { lotPages } from './cooperative/lots'
import { moneyPages } from './cooperative/money'
import { loaderOf } from './loader'
import { notificationsRoute } from './notifications'
import { organisationRoute, webhookRoutes } from './organisation'

/** What a cooperative does: ship, keep lots, tend its goods. */
export function cooperativePages(client: QueryClient): RouteObject[] {
  const load = loaderOf(client)
  return [
    {
      index: true,
      loader: load(({ ask, id }) => [
        ask(orderCountsQuery(id)),
        ask(ordersToShipQuery(id)),
        ask(allocationCountsQuery(id)),
        ask(lotsQuery(id, { state: 'open' }, 100)),
        ask(lotsQuery(id, { state: 'draft' }, 100)),
        ask(cooperativeReviewsQuery(id, { answered: 'no' })),
        ask(caseCountsQuery(id)),
      ]),
      lazy: async () => ({
        Component: (await import('../features/today/cooperative-today-page')).CooperativeTodayPage,
      }),
    },
    {
      path: 'allocations',
      loader: load(({ ask, id, search }) => [
        ask(cooperativeAllocationsQuery(id, allocationFilterOf(search))),
      ]),
      lazy: async () => ({
        Component: (await import('../features/allocations/allocations-page')).AllocationsPage,
      }),
    },
    {
      path: 'forecasts',
      loader: load(({ ask, id, search, cursor }) => [
        ask(ownForecastsQuery(id, { when: whenOf(search), cursor })),
        ...(whenOf(search) === 'past' ? [ask(accuracyQuery(id))] : []),
      ]),
      lazy: async () => ({
        Component: (await import('../features/forecasts/forecasts-page')).ForecastsPage,
      }),
    },
    {
      path: 'fairness',
      loader: load(({ ask, id, search }) => [ask(ownFairnessQuery(id, fairnessRangeOf(search)))]),
      lazy: async () => ({
        Component: (await import('../features/fairness/own-fairness-page')).OwnFairnessPage,
      }),
    },
    {
      path: 'orders',
      loader: load(({ ask, id, search, cursor }) => [
        ask(cooperativeOrdersQuery(id, { state: orderStateOf(search), cursor })),
      ]),
      lazy: async () => ({
        Component: (await import('../features/orders/orders-page')).OrdersPage,
      }),
    },
    {
      path: 'orders/pick-list',
      loader: load(({ ask, id }) => [ask(pickListQuery(id))]),
      lazy: async () => ({
        Component: (await import('../features/orders/pick-list-page')).PickListPage,
      }),
    },
    {
      path: 'orders/shipping',
      lazy: async () => ({
        Component: (await import('../features/orders/shipping-import-page')).ShippingImportPage,
      }),
    },
    {
      path: 'orders/:orderId/receipt',
      loader: load(({ ask, params }) => [ask(orderQuery(params['orderId']!))]),
      lazy: async () => ({
        Component: (await import('../features/receipts/receipt-page')).ReceiptPage,
      }),
    },
    {
      path: 'orders/:orderId',
      loader: load(({ ask, params }) => [ask(orderQuery(params['orderId']!))]),
      lazy: async () => ({ Component: (await import('../features/orders/order-page')).OrderPage }),
    },
    {
      path: 'orders/:orderId/slip',
      loader: load(({ ask, params }) => [ask(orderQuery(params['orderId']!))]),
      lazy: async () => ({ Component: (await import('../features/orders/slip-page')).SlipPage }),
    },
    {
      path: 'papers',
      loader: load(({ ask, id, search }) => [
        ask(papersQuery(id, search.get('expiring') === 'true')),
      ]),
      lazy: async () => ({
        Component: (await import('../features/papers/papers-page')).PapersPage,
      }),
    },
    {
      path: 'page',
      loader: load(({ ask, id }) => [ask(ownPageQuery(id))]),
      lazy: async () => ({ Component: (await import('../features/own-page/own-page')).OwnPage }),
    },
    {
      path: 'products',
      loader: load(({ ask, id, search }) => [
        ask(productsQuery(id, filterOf(search, productFilterNames))),
      ]),
      lazy: async () => ({
        Component: (await import('../features/products/products-page')).ProductsPage,
      }),
    },
    {
      path: 'products/new',
      loader: load(({ ask }) => [ask(categoriesQuery), ask(townshipsQuery)]),
      lazy: async () => ({
        Component: (await import('../features/products/product-form-page')).NewProductPage,
      }),
    },
    {
      path: 'products/import',
      lazy: async () => ({
        Component: (await import('../features/products/product-import-page')).ProductImportPage,
      }),
    },
    {
      path: 'products/:productId/edit',
      loader: load(({ ask, id, params }) => [
        ask(productQuery(id, params['productId']!)),
        ask(categoriesQuery),
        ask(townshipsQuery),
      ]),
      lazy: async () => ({
        Component: (await import('../features/products/product-form-page')).EditProductPage,
      }),
    },
    {
      path: 'products/:productId',
      loader: load(({ ask, id, params }) => [ask(productQuery(id, params['productId']!))]),
      lazy: async () => ({
        Component: (await import('../features/products/product-page')).ProductPage,
      }),
    },
    {
      path: 'recall',
      lazy: async () => ({
        Component: (await import('../features/recall/recall-page')).RecallPage,
      }),
    },
    {
      path: 'after-sales',
      loader: load(({ ask, id, search }) => [
        ask(cooperativeCasesQuery(id, filterOf(search, afterSaleFilterNames))),
      ]),
      lazy: async () => ({
        Component: (await import('../features/after-sale/after-sales-page')).AfterSalesPage,
      }),
    },
    {
      path: 'after-sales/:caseId',
      loader: load(({ ask, params }) => [ask(caseQuery(params['caseId']!))]),
      lazy: async () => ({
        Component: (await import('../features/after-sale/after-sale-page')).AfterSalePage,
      }),
    },
    {
      path: 'invoices',
      loader: load(({ ask, id, search, cursor }) => [
        ask(invoicesQuery(id, { state: invoiceStateOf(search), cursor })),
      ]),
      lazy: async () => ({
        Component: (await import('../features/invoices/invoices-page')).InvoicesPage,
      }),
    },
    {
      path: 'reviews',
      loader: load(({ ask, id, search }) => [
        ask(cooperativeReviewsQuery(id, filterOf(search, reviewFilterNames))),
      ]),
      lazy: async () => ({
        Component: (await import('../features/reviews/reviews-page')).ReviewsPage,
      }),
    },
    ...bundlePages(client),
    ...lotPages(client),
    ...moneyPages(client),
    organisationRoute(client),
    ...webhookRoutes(client),
    notificationsRoute(client),
  ]
}
