import type { QueryClient } from '@tanstack/react-query'
import type { RouteObject } from 'react-router'
import { lotStateOf } from '../../features/lots/lot-filters'
import { lotQuery, lotsQuery } from '../../features/lots/lots.queries'
import { townshipsQuery } from '../../features/names/names.queries'
import { productsQuery } from '../../features/products/products.queries'
import { loaderOf } from '../loader'

/** What is for sale, and when it leaves. */
export function lotPages(client: QueryClient): RouteObject[] {
  const load = loaderOf(client)
  return [
    {
      path: 'lots',
      loader: load(({ ask, id, search, cursor }) => [
        ask(lotsQuery(id, { state: lotStateOf(search), cursor })),
      ]),
      lazy: async () => ({ Component: (await import('../../features/lots/lots-page')).LotsPage }),
    },
    {
      path: 'lots/new',
      loader: load(({ ask, id }) => [ask(productsQuery(id, {}, 100)), ask(townshipsQuery)]),
      lazy: async () => ({
        Component: (await import('../../features/lots/lot-form-page')).NewLotPage,
      }),
    },
    {
      path: 'lots/import',
      lazy: async () => ({
        Component: (await import('../../features/lots/lot-import-page')).LotImportPage,
      }),
    },
    {
      path: 'lots/:lotId',
      loader: load(({ ask, id, params }) => [ask(lotQuery(id, params['lotId']!))]),
      lazy: async () => ({ Component: (await import('../../features/lots/lot-page')).LotPage }),
    },
    {
      path: 'lots/:lotId/edit',
      loader: load(({ ask, id, params }) => [
        ask(lotQuery(id, params['lotId']!)),
        ask(productsQuery(id, {}, 100)),
        ask(townshipsQuery),
      ]),
      lazy: async () => ({
        Component: (await import('../../features/lots/lot-form-page')).EditLotPage,
      }),
    },
  ]
}
