import type { QueryClient } from '@tanstack/react-query'
import type { RouteObject } from 'react-router'
import { HomeSkeleton } from './features/browse/home-skeleton'
import { HomePage, seasonShelf } from './features/browse/home-page'
import {
  categoriesQuery,
  productsQuery,
  readFilter,
  townshipsQuery,
} from './features/browse/products.queries'
import { bundleQuery, giftShelf, giftsQuery, readGiftFilter } from './features/gifts/gifts.queries'
import { productQuery } from './features/product/product.queries'
import { NotFoundPage, RouteError } from './features/shell/route-error'
import { PageSkeleton, Shell } from './features/shell/shell'
import { accountRoutes } from './routes/account'
import { orderRoutes } from './routes/orders'
import { searchOf } from './routes/search-of'

/** What only later pages ask for comes with them, not with the first page. */
const hallQueries = () => import('./features/hall/hall.queries')

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
