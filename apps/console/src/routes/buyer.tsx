import type { QueryClient } from '@tanstack/react-query'
import type { RouteObject } from 'react-router'
import {
  afterSaleFilterNames,
  buyerCasesQuery,
  caseQuery,
} from '../features/after-sale/after-sale.queries'
import {
  buyerAllocationsQuery,
  buyerStateOf,
  buyerTicketsQuery,
} from '../features/allocations/allocations.queries'
import {
  basketQuery,
  cockpitQuery,
  cockpitRowsOf,
  cockpitRowsQuery,
  yearOf,
} from '../features/cockpit/cockpit.queries'
import {
  allDeliveryPointsQuery,
  budgetsQuery,
  deliveryPointsQuery,
  demandChangesQuery,
  demandQuery,
  demandsQuery,
  demandStateOf,
  goodsCategoriesQuery,
} from '../features/demands/demands.queries'
import { comingQuery } from '../features/forecasts/forecasts.queries'
import { giftsQuery, giftWishOf } from '../features/gifts/gifts.queries'
import { orderQuery } from '../features/orders/orders.queries'
import { buyerOrdersQuery, orderTabOf } from '../features/procurement/procurement.queries'
import { budgetLinesQuery, buyerQuotasQuery } from '../features/quotas/quotas.queries'
import { standingQuery } from '../features/standing/standing.queries'
import { filterOf } from '../lib/search'
import { loaderOf } from './loader'
import { notificationsRoute } from './notifications'
import { organisationRoute, webhookRoutes } from './organisation'

/** What a buyer organisation does: state what it needs, answer what rounds found, file its quotas. */
export function buyerPages(client: QueryClient): RouteObject[] {
  const load = loaderOf(client)
  return [
    {
      index: true,
      loader: load(({ ask, id, search }) => [
        ask(cockpitQuery(id, yearOf(search))),
        ask(budgetLinesQuery(id)),
        ask(buyerQuotasQuery(id)),
      ]),
      lazy: async () => ({
        Component: (await import('../features/cockpit/cockpit-page')).CockpitPage,
      }),
    },
    {
      path: 'quota-rows',
      loader: load(({ ask, id, search, cursor }) => [
        ask(cockpitRowsQuery(id, cockpitRowsOf(search), cursor)),
      ]),
      lazy: async () => ({
        Component: (await import('../features/cockpit/cockpit-rows-page')).CockpitRowsPage,
      }),
    },
    {
      path: 'demands',
      loader: load(({ ask, id, search, cursor }) => [
        ask(demandsQuery(id, { state: demandStateOf(search), cursor })),
      ]),
      lazy: async () => ({
        Component: (await import('../features/demands/demands-page')).DemandsPage,
      }),
    },
    {
      path: 'demands/new',
      loader: load(({ ask, id, search }) => [
        ask(budgetsQuery(id)),
        ask(deliveryPointsQuery(id)),
        ask(goodsCategoriesQuery),
        ...(search.get('basket') ? [ask(basketQuery(id, search.get('basket')!))] : []),
        ...(search.get('gift') && giftWishOf(search)
          ? [ask(giftsQuery(id, giftWishOf(search)!))]
          : []),
      ]),
      lazy: async () => ({
        Component: (await import('../features/demands/demand-form-page')).NewDemandPage,
      }),
    },
    {
      path: 'coming',
      loader: load(({ ask, search, cursor }) => [
        ask(comingQuery({ category: search.get('category') ?? undefined, cursor })),
        ask(goodsCategoriesQuery),
      ]),
      lazy: async () => ({
        Component: (await import('../features/forecasts/coming-page')).ComingPage,
      }),
    },
    {
      path: 'standing',
      loader: load(({ ask, id, cursor }) => [ask(standingQuery(id, cursor))]),
      lazy: async () => ({
        Component: (await import('../features/standing/standing-page')).StandingPage,
      }),
    },
    {
      path: 'gifts',
      lazy: async () => ({
        Component: (await import('../features/gifts/gifts-page')).GiftsPage,
      }),
    },
    {
      path: 'demands/import',
      lazy: async () => ({
        Component: (await import('../features/demand-sheets/demand-sheet-page')).DemandSheetPage,
      }),
    },
    {
      path: 'demands/:demandId',
      loader: load(({ ask, id, params, cursor }) => [
        ask(demandQuery(id, params['demandId'] ?? '')),
        ask(demandChangesQuery(id, params['demandId'] ?? '', cursor)),
      ]),
      lazy: async () => ({
        Component: (await import('../features/demands/demand-page')).DemandPage,
      }),
    },
    {
      path: 'demands/:demandId/amend',
      loader: load(({ ask, id, params }) => [
        ask(demandQuery(id, params['demandId'] ?? '')),
        ask(goodsCategoriesQuery),
      ]),
      lazy: async () => ({
        Component: (await import('../features/demands/amend-demand-page')).AmendDemandPage,
      }),
    },
    {
      path: 'results',
      loader: load(({ ask, id, search, cursor }) => [
        ask(buyerAllocationsQuery(id, { state: buyerStateOf(search), cursor })),
      ]),
      lazy: async () => ({
        Component: (await import('../features/allocations/buyer-results-page')).BuyerResultsPage,
      }),
    },
    {
      path: 'budgets',
      loader: load(({ ask, id }) => [ask(budgetsQuery(id)), ask(allDeliveryPointsQuery(id))]),
      lazy: async () => ({
        Component: (await import('../features/budgets/budgets-page')).BudgetsPage,
      }),
    },
    {
      path: 'tickets',
      loader: load(({ ask, id, cursor }) => [ask(buyerTicketsQuery(id, cursor))]),
      lazy: async () => ({
        Component: (await import('../features/allocations/buyer-tickets-page')).BuyerTicketsPage,
      }),
    },
    {
      path: 'orders',
      loader: load(({ ask, id, search, cursor }) => [
        ask(buyerOrdersQuery(id, { tab: orderTabOf(search), cursor })),
      ]),
      lazy: async () => ({
        Component: (await import('../features/procurement/buyer-orders-page')).BuyerOrdersPage,
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
      path: 'orders/:orderId/receiving',
      loader: load(({ ask, params }) => [ask(orderQuery(params['orderId']!))]),
      lazy: async () => ({
        Component: (await import('../features/receipts/receive-page')).ReceivePage,
      }),
    },
    {
      path: 'orders/:orderId',
      loader: load(({ ask, params }) => [ask(orderQuery(params['orderId']!))]),
      lazy: async () => ({
        Component: (await import('../features/procurement/buyer-order-page')).BuyerOrderPage,
      }),
    },
    {
      path: 'after-sales',
      loader: load(({ ask, id, search }) => [
        ask(buyerCasesQuery(id, filterOf(search, afterSaleFilterNames))),
      ]),
      lazy: async () => ({
        Component: (await import('../features/after-sale/after-sales-page')).BuyerCasesPage,
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
      path: 'orders/paid/:groupId',
      lazy: async () => ({
        Component: (await import('../features/procurement/payment-result-page')).PaymentResultPage,
      }),
    },
    organisationRoute(client),
    ...webhookRoutes(client),
    notificationsRoute(client),
  ]
}
