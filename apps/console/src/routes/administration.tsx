import type { QueryClient } from '@tanstack/react-query'
import type { RouteObject } from 'react-router'
import {
  afterSaleFilterNames,
  allCasesQuery,
  caseQuery,
} from '../features/after-sale/after-sale.queries'
import {
  applicationStatusOf,
  organisationsQuery,
} from '../features/applications/applications.queries'
import { auditFilterNames, auditQuery } from '../features/audit/audit.queries'
import {
  fairnessQuery,
  fairnessRangeOf,
  fairnessRowsOf,
  fairnessRowsQuery,
} from '../features/fairness/fairness.queries'
import {
  accountsQuery,
  entriesQuery,
  entryFilterNames,
  transactionQuery,
} from '../features/ledger/ledger.queries'
import { jobsQuery, outboxQuery, outboxStateOf } from '../features/operations/operations.queries'
import { allOrdersFilter } from '../features/orders/order-filters'
import { allOrdersQuery, orderQuery } from '../features/orders/orders.queries'
import { peopleFilterNames, peopleQuery, personQuery } from '../features/people/people.queries'
import {
  adjustmentsQuery,
  adjustmentStateOf,
  periodsQuery,
} from '../features/periods/periods.queries'
import { quotasQuery, quotaStateOf } from '../features/quotas/quotas.queries'
import { allReviewsQuery, reviewFilterNames } from '../features/reviews/reviews.queries'
import {
  roundAllocationsQuery,
  roundFilterOf,
  roundQuery,
  roundRowsOf,
  roundsQuery,
  roundTicketsQuery,
} from '../features/rounds/rounds.queries'
import {
  reviewQuery,
  reviewsQuery,
  reviewStateOf,
} from '../features/product-reviews/product-reviews.queries'
import { allPapersQuery, paperFilterNames } from '../features/papers/papers.queries'
import {
  recognitionsQuery,
  recognitionStateOf,
} from '../features/recognitions/recognitions.queries'
import { settingHistoryQuery, settingsQuery } from '../features/settings/settings.queries'
import { settlementFilterOf, settlementsQuery } from '../features/settlements/settlements.queries'
import {
  returnFilterOf,
  returnsQuery,
  transferFilterOf,
  transferQuery,
  transfersQuery,
} from '../features/transfers/transfers.queries'
import {
  mismatchesQuery,
  overviewQuery,
  rowFilterOf,
  rowsQuery,
} from '../features/volume/volume.queries'
import { filterOf } from '../lib/search'
import { loaderOf } from './loader'
import { notificationsRoute } from './notifications'

/** What the offices do: report, keep the books, decide, run the site. What a role lacks answers 403. */
export function administrationPages(client: QueryClient): RouteObject[] {
  return [
    {
      index: true,
      lazy: async () => ({
        Component: (await import('../features/today/administration-today-page'))
          .AdministrationTodayPage,
      }),
    },
    ...roundPages(client),
    ...volumePages(client),
    ...moneyPages(client),
    ...rulePages(client),
    ...platformPages(client),
    notificationsRoute(client),
  ]
}

function roundPages(client: QueryClient): RouteObject[] {
  const load = loaderOf(client)
  return [
    {
      path: 'rounds',
      loader: load(({ ask, search }) => [ask(roundsQuery(roundFilterOf(search)))]),
      lazy: async () => ({
        Component: (await import('../features/rounds/rounds-page')).RoundsPage,
      }),
    },
    {
      path: 'rounds/:roundId',
      loader: load(({ ask, params }) => [ask(roundQuery(params['roundId']!))]),
      lazy: async () => ({ Component: (await import('../features/rounds/round-page')).RoundPage }),
    },
    {
      path: 'rounds/:roundId/rows',
      loader: load(({ ask, params, search }) => {
        const id = params['roundId']!
        const rows = roundRowsOf(search)
        return rows.rows === 'tickets'
          ? [ask(roundQuery(id)), ask(roundTicketsQuery(id, rows))]
          : [ask(roundQuery(id)), ask(roundAllocationsQuery(id, rows))]
      }),
      lazy: async () => ({
        Component: (await import('../features/rounds/round-rows-page')).RoundRowsPage,
      }),
    },
    {
      path: 'fairness',
      loader: load(({ ask, search }) => [ask(fairnessQuery(fairnessRangeOf(search)))]),
      lazy: async () => ({
        Component: (await import('../features/fairness/fairness-page')).FairnessPage,
      }),
    },
    {
      path: 'fairness/rows',
      loader: load(({ ask, search, cursor }) => [
        ask(fairnessRowsQuery(fairnessRowsOf(search), cursor)),
      ]),
      lazy: async () => ({
        Component: (await import('../features/fairness/fairness-rows-page')).FairnessRowsPage,
      }),
    },
  ]
}

function volumePages(client: QueryClient): RouteObject[] {
  const load = loaderOf(client)
  return [
    {
      path: 'volume',
      loader: load(({ ask, search }) => [ask(overviewQuery(filterOf(search, ['from', 'to'])))]),
      lazy: async () => ({
        Component: (await import('../features/volume/volume-page')).VolumePage,
      }),
    },
    {
      path: 'volume/rows',
      loader: load(({ ask, search, cursor }) => [ask(rowsQuery(rowFilterOf(search), cursor))]),
      lazy: async () => ({
        Component: (await import('../features/volume/rows-page')).VolumeRowsPage,
      }),
    },
    {
      path: 'volume/mismatches/:month',
      loader: load(({ ask, params }) => [ask(mismatchesQuery(params['month']!))]),
      lazy: async () => ({
        Component: (await import('../features/volume/mismatches-page')).MismatchesPage,
      }),
    },
    {
      path: 'periods',
      loader: load(({ ask }) => [ask(periodsQuery)]),
      lazy: async () => ({
        Component: (await import('../features/periods/periods-page')).PeriodsPage,
      }),
    },
    {
      path: 'adjustments',
      loader: load(({ ask, search, cursor }) => [
        ask(adjustmentsQuery(adjustmentStateOf(search), cursor)),
      ]),
      lazy: async () => ({
        Component: (await import('../features/periods/adjustments-page')).AdjustmentsPage,
      }),
    },
    {
      path: 'adjustments/new',
      lazy: async () => ({
        Component: (await import('../features/periods/propose-page')).ProposePage,
      }),
    },
  ]
}

function moneyPages(client: QueryClient): RouteObject[] {
  const load = loaderOf(client)
  return [
    {
      path: 'orders',
      loader: load(({ ask, search }) => [ask(allOrdersQuery(allOrdersFilter(search)))]),
      lazy: async () => ({
        Component: (await import('../features/orders/all-orders-page')).AllOrdersPage,
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
      path: 'settlements',
      loader: load(({ ask, search }) => [ask(settlementsQuery(settlementFilterOf(search)))]),
      lazy: async () => ({
        Component: (await import('../features/settlements/settlements-page')).SettlementsPage,
      }),
    },
    {
      path: 'transfers',
      loader: load(({ ask, search }) => [ask(transfersQuery(transferFilterOf(search)))]),
      lazy: async () => ({
        Component: (await import('../features/transfers/transfers-page')).TransfersPage,
      }),
    },
    {
      path: 'transfers/new',
      lazy: async () => ({
        Component: (await import('../features/transfers/record-page')).RecordTransferPage,
      }),
    },
    {
      path: 'transfers/import',
      lazy: async () => ({
        Component: (await import('../features/transfers/transfer-import-page')).TransferImportPage,
      }),
    },
    {
      path: 'transfers/returns',
      loader: load(({ ask, search }) => [ask(returnsQuery(returnFilterOf(search)))]),
      lazy: async () => ({
        Component: (await import('../features/transfers/returns-page')).TransferReturnsPage,
      }),
    },
    {
      path: 'transfers/:transferId',
      loader: load(({ ask, params }) => [ask(transferQuery(params['transferId']!))]),
      lazy: async () => ({
        Component: (await import('../features/transfers/transfer-page')).TransferPage,
      }),
    },
    {
      path: 'ledger',
      loader: load(({ ask, search }) => [ask(accountsQuery(search.get('period') ?? undefined))]),
      lazy: async () => ({
        Component: (await import('../features/ledger/accounts-page')).AccountsPage,
      }),
    },
    {
      path: 'ledger/entries',
      loader: load(({ ask, search }) => [ask(entriesQuery(filterOf(search, entryFilterNames)))]),
      lazy: async () => ({
        Component: (await import('../features/ledger/entries-page')).EntriesPage,
      }),
    },
    {
      path: 'ledger/transactions/:transactionId',
      loader: load(({ ask, params }) => [ask(transactionQuery(params['transactionId']!))]),
      lazy: async () => ({
        Component: (await import('../features/ledger/transaction-page')).TransactionPage,
      }),
    },
  ]
}

function rulePages(client: QueryClient): RouteObject[] {
  const load = loaderOf(client)
  return [
    {
      path: 'recall',
      lazy: async () => ({
        Component: (await import('../features/recall/recall-page')).RecallPage,
      }),
    },
    {
      path: 'after-sales',
      loader: load(({ ask, search }) => [
        ask(allCasesQuery(filterOf(search, afterSaleFilterNames))),
      ]),
      lazy: async () => ({
        Component: (await import('../features/after-sale/after-sales-page')).RefereePage,
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
      path: 'reviews',
      loader: load(({ ask, search }) => [
        ask(allReviewsQuery(filterOf(search, reviewFilterNames))),
      ]),
      lazy: async () => ({
        Component: (await import('../features/reviews/reviews-page')).ModerationPage,
      }),
    },
    {
      path: 'applications',
      loader: load(({ ask, search, cursor }) => [
        ask(organisationsQuery(applicationStatusOf(search), cursor)),
      ]),
      lazy: async () => ({
        Component: (await import('../features/applications/applications-page')).ApplicationsPage,
      }),
    },
    {
      path: 'product-reviews',
      loader: load(({ ask, search, cursor }) => [ask(reviewsQuery(reviewStateOf(search), cursor))]),
      lazy: async () => ({
        Component: (await import('../features/product-reviews/product-reviews-page'))
          .ProductReviewsPage,
      }),
    },
    {
      path: 'product-reviews/:reviewId',
      loader: load(({ ask, params }) => [ask(reviewQuery(params['reviewId']!))]),
      lazy: async () => ({
        Component: (await import('../features/product-reviews/product-review-page'))
          .ProductReviewPage,
      }),
    },
    {
      path: 'papers',
      loader: load(({ ask, search }) => [ask(allPapersQuery(filterOf(search, paperFilterNames)))]),
      lazy: async () => ({
        Component: (await import('../features/papers/all-papers-page')).AllPapersPage,
      }),
    },
    {
      path: 'recognitions',
      loader: load(({ ask, search, cursor }) => [
        ask(recognitionsQuery(recognitionStateOf(search), cursor)),
      ]),
      lazy: async () => ({
        Component: (await import('../features/recognitions/recognitions-page')).RecognitionsPage,
      }),
    },
    {
      path: 'quotas',
      loader: load(({ ask, search, cursor }) => [ask(quotasQuery(quotaStateOf(search), cursor))]),
      lazy: async () => ({
        Component: (await import('../features/quotas/quotas-page')).QuotasPage,
      }),
    },
    {
      path: 'settings',
      loader: load(({ ask }) => [ask(settingsQuery)]),
      lazy: async () => ({
        Component: (await import('../features/settings/settings-page')).SettingsPage,
      }),
    },
    {
      path: 'settings/:key',
      loader: load(({ ask, params, cursor }) => [
        ask(settingsQuery),
        ask(settingHistoryQuery(params['key']!, cursor)),
      ]),
      lazy: async () => ({
        Component: (await import('../features/settings/setting-page')).SettingPage,
      }),
    },
  ]
}

function platformPages(client: QueryClient): RouteObject[] {
  const load = loaderOf(client)
  return [
    {
      path: 'people',
      loader: load(({ ask, search }) => [ask(peopleQuery(filterOf(search, peopleFilterNames)))]),
      lazy: async () => ({
        Component: (await import('../features/people/people-page')).PeoplePage,
      }),
    },
    {
      path: 'people/:personId',
      loader: load(({ ask, params }) => [ask(personQuery(params['personId']!))]),
      lazy: async () => ({
        Component: (await import('../features/people/person-page')).PersonPage,
      }),
    },
    {
      path: 'operations',
      loader: load(({ ask, search, cursor }) => [ask(outboxQuery(outboxStateOf(search), cursor))]),
      lazy: async () => ({
        Component: (await import('../features/operations/outbox-page')).OutboxPage,
      }),
    },
    {
      path: 'operations/jobs',
      loader: load(({ ask }) => [ask(jobsQuery)]),
      lazy: async () => ({
        Component: (await import('../features/operations/jobs-page')).JobsPage,
      }),
    },
    {
      path: 'audit',
      loader: load(({ ask, search }) => [ask(auditQuery(filterOf(search, auditFilterNames)))]),
      lazy: async () => ({ Component: (await import('../features/audit/audit-page')).AuditPage }),
    },
  ]
}
