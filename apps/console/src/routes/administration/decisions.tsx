import type { QueryClient } from '@tanstack/react-query'
import type { RouteObject } from 'react-router'
import {
  afterSaleFilterNames,
  allCasesQuery,
  caseQuery,
} from '../../features/after-sale/after-sale.queries'
import {
  applicationStatusOf,
  organisationsQuery,
} from '../../features/applications/applications.queries'
import { quotasQuery, quotaStateOf } from '../../features/quotas/quotas.queries'
import { allReviewsQuery, reviewFilterNames } from '../../features/reviews/reviews.queries'
import {
  reviewQuery,
  reviewsQuery,
  reviewStateOf,
} from '../../features/product-reviews/product-reviews.queries'
import { allPapersQuery, paperFilterNames } from '../../features/papers/papers.queries'
import {
  recognitionsQuery,
  recognitionStateOf,
} from '../../features/recognitions/recognitions.queries'
import { settingHistoryQuery, settingsQuery } from '../../features/settings/settings.queries'
import { filterOf } from '../../lib/search'
import { loaderOf } from '../loader'

/** What the offices decide on: cases, reviews, papers, recognitions, quotas, settings. */
export function decisionPages(client: QueryClient): RouteObject[] {
  const load = loaderOf(client)
  return [
    {
      path: 'recall',
      lazy: async () => ({
        Component: (await import('../../features/recall/recall-page')).RecallPage,
      }),
    },
    {
      path: 'after-sales',
      loader: load(({ ask, search }) => [
        ask(allCasesQuery(filterOf(search, afterSaleFilterNames))),
      ]),
      lazy: async () => ({
        Component: (await import('../../features/after-sale/after-sales-page')).RefereePage,
      }),
    },
    {
      path: 'after-sales/:caseId',
      loader: load(({ ask, params }) => [ask(caseQuery(params['caseId']!))]),
      lazy: async () => ({
        Component: (await import('../../features/after-sale/after-sale-page')).AfterSalePage,
      }),
    },
    {
      path: 'reviews',
      loader: load(({ ask, search }) => [
        ask(allReviewsQuery(filterOf(search, reviewFilterNames))),
      ]),
      lazy: async () => ({
        Component: (await import('../../features/reviews/reviews-page')).ModerationPage,
      }),
    },
    {
      path: 'applications',
      loader: load(({ ask, search, cursor }) => [
        ask(organisationsQuery(applicationStatusOf(search), cursor)),
      ]),
      lazy: async () => ({
        Component: (await import('../../features/applications/applications-page')).ApplicationsPage,
      }),
    },
    {
      path: 'product-reviews',
      loader: load(({ ask, search, cursor }) => [ask(reviewsQuery(reviewStateOf(search), cursor))]),
      lazy: async () => ({
        Component: (await import('../../features/product-reviews/product-reviews-page'))
          .ProductReviewsPage,
      }),
    },
    {
      path: 'product-reviews/:reviewId',
      loader: load(({ ask, params }) => [ask(reviewQuery(params['reviewId']!))]),
      lazy: async () => ({
        Component: (await import('../../features/product-reviews/product-review-page'))
          .ProductReviewPage,
      }),
    },
    {
      path: 'papers',
      loader: load(({ ask, search }) => [ask(allPapersQuery(filterOf(search, paperFilterNames)))]),
      lazy: async () => ({
        Component: (await import('../../features/papers/all-papers-page')).AllPapersPage,
      }),
    },
    {
      path: 'recognitions',
      loader: load(({ ask, search, cursor }) => [
        ask(recognitionsQuery(recognitionStateOf(search), cursor)),
      ]),
      lazy: async () => ({
        Component: (await import('../../features/recognitions/recognitions-page')).RecognitionsPage,
      }),
    },
    {
      path: 'quotas',
      loader: load(({ ask, search, cursor }) => [ask(quotasQuery(quotaStateOf(search), cursor))]),
      lazy: async () => ({
        Component: (await import('../../features/quotas/quotas-page')).QuotasPage,
      }),
    },
    {
      path: 'settings',
      loader: load(({ ask }) => [ask(settingsQuery)]),
      lazy: async () => ({
        Component: (await import('../../features/settings/settings-page')).SettingsPage,
      }),
    },
    {
      path: 'settings/:key',
      loader: load(({ ask, params, cursor }) => [
        ask(settingsQuery),
        ask(settingHistoryQuery(params['key']!, cursor)),
      ]),
      lazy: async () => ({
        Component: (await import('../../features/settings/setting-page')).SettingPage,
      }),
    },
  ]
}
