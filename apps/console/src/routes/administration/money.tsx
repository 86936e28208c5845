import type { QueryClient } from '@tanstack/react-query'
import type { RouteObject } from 'react-router'
import {
  accountsQuery,
  entriesQuery,
  entryFilterNames,
  transactionQuery,
} from '../../features/ledger/ledger.queries'
import { allOrdersFilter } from '../../features/orders/order-filters'
import { allOrdersQuery, orderQuery } from '../../features/orders/orders.queries'
import {
  settlementFilterOf,
  settlementsQuery,
} from '../../features/settlements/settlements.queries'
import {
  returnFilterOf,
  returnsQuery,
  transferFilterOf,
  transferQuery,
  transfersQuery,
} from '../../features/transfers/transfers.queries'
import { filterOf } from '../../lib/search'
import { loaderOf } from '../loader'

/** Orders, settlements, transfers and the books. */
export function moneyPages(client: QueryClient): RouteObject[] {
  const load = loaderOf(client)
  return [
    {
      path: 'orders',
      loader: load(({ ask, search }) => [ask(allOrdersQuery(allOrdersFilter(search)))]),
      lazy: async () => ({
        Component: (await import('../../features/orders/all-orders-page')).AllOrdersPage,
      }),
    },
    {
      path: 'orders/:orderId/receipt',
      loader: load(({ ask, params }) => [ask(orderQuery(params['orderId']!))]),
      lazy: async () => ({
        Component: (await import('../../features/receipts/receipt-page')).ReceiptPage,
      }),
    },
    {
      path: 'orders/:orderId',
      loader: load(({ ask, params }) => [ask(orderQuery(params['orderId']!))]),
      lazy: async () => ({
        Component: (await import('../../features/orders/order-page')).OrderPage,
      }),
    },
    {
      path: 'settlements',
      loader: load(({ ask, search }) => [ask(settlementsQuery(settlementFilterOf(search)))]),
      lazy: async () => ({
        Component: (await import('../../features/settlements/settlements-page')).SettlementsPage,
      }),
    },
    {
      path: 'transfers',
      loader: load(({ ask, search }) => [ask(transfersQuery(transferFilterOf(search)))]),
      lazy: async () => ({
        Component: (await import('../../features/transfers/transfers-page')).TransfersPage,
      }),
    },
    {
      path: 'transfers/new',
      lazy: async () => ({
        Component: (await import('../../features/transfers/record-page')).RecordTransferPage,
      }),
    },
    {
      path: 'transfers/import',
      lazy: async () => ({
        Component: (await import('../../features/transfers/transfer-import-page'))
          .TransferImportPage,
      }),
    },
    {
      path: 'transfers/returns',
      loader: load(({ ask, search }) => [ask(returnsQuery(returnFilterOf(search)))]),
      lazy: async () => ({
        Component: (await import('../../features/transfers/returns-page')).TransferReturnsPage,
      }),
    },
    {
      path: 'transfers/:transferId',
      loader: load(({ ask, params }) => [ask(transferQuery(params['transferId']!))]),
      lazy: async () => ({
        Component: (await import('../../features/transfers/transfer-page')).TransferPage,
      }),
    },
    {
      path: 'ledger',
      loader: load(({ ask, search }) => [ask(accountsQuery(search.get('period') ?? undefined))]),
      lazy: async () => ({
        Component: (await import('../../features/ledger/accounts-page')).AccountsPage,
      }),
    },
    {
      path: 'ledger/entries',
      loader: load(({ ask, search }) => [ask(entriesQuery(filterOf(search, entryFilterNames)))]),
      lazy: async () => ({
        Component: (await import('../../features/ledger/entries-page')).EntriesPage,
      }),
    },
    {
      path: 'ledger/transactions/:transactionId',
      loader: load(({ ask, params }) => [ask(transactionQuery(params['transactionId']!))]),
      lazy: async () => ({
        Component: (await import('../../features/ledger/transaction-page')).TransactionPage,
      }),
    },
  ]
}
