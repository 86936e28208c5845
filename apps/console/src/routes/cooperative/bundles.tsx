import type { QueryClient } from '@tanstack/react-query'
import type { RouteObject } from 'react-router'
import { bundleQuery, bundlesQuery } from '../../features/bundles/bundles.queries'
import { productsQuery } from '../../features/products/products.queries'
import { loaderOf } from '../loader'

/** Gift boxes. */
export function bundlePages(client: QueryClient): RouteObject[] {
  const load = loaderOf(client)
  const form = () => import('../../features/bundles/bundle-form-page')
  return [
    {
      path: 'bundles',
      loader: load(({ ask, id, cursor }) => [ask(bundlesQuery(id, cursor))]),
      lazy: async () => ({
        Component: (await import('../../features/bundles/bundles-page')).BundlesPage,
      }),
    },
    {
      path: 'bundles/new',
      loader: load(({ ask, id }) => [ask(productsQuery(id, {}, 100))]),
      lazy: async () => ({ Component: (await form()).NewBundlePage }),
    },
    {
      path: 'bundles/:bundleId',
      loader: load(({ ask, id, params }) => [
        ask(bundleQuery(id, params['bundleId']!)),
        ask(productsQuery(id, {}, 100)),
      ]),
      lazy: async () => ({ Component: (await form()).EditBundlePage }),
    },
  ]
}
