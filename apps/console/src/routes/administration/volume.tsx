import type { QueryClient } from '@tanstack/react-query'
import type { RouteObject } from 'react-router'
import {
  adjustmentsQuery,
  adjustmentStateOf,
  periodsQuery,
} from '../../features/periods/periods.queries'
import {
  mismatchesQuery,
  overviewQuery,
  rowFilterOf,
  rowsQuery,
} from '../../features/volume/volume.queries'
import { filterOf } from '../../lib/search'
import { loaderOf } from '../loader'

/** Counted volume, its months, and what is set right in them. */
export function volumePages(client: QueryClient): RouteObject[] {
  const load = loaderOf(client)
  return [
    {
      path: 'volume',
      loader: load(({ ask, search }) => [ask(overviewQuery(filterOf(search, ['from', 'to'])))]),
      lazy: async () => ({
        Component: (await import('../../features/volume/volume-page')).VolumePage,
      }),
    },
    {
      path: 'volume/rows',
      loader: load(({ ask, search, cursor }) => [ask(rowsQuery(rowFilterOf(search), cursor))]),
      lazy: async () => ({
        Component: (await import('../../features/volume/rows-page')).VolumeRowsPage,
      }),
    },
    {
      path: 'volume/mismatches/:month',
      loader: load(({ ask, params }) => [ask(mismatchesQuery(params['month']!))]),
      lazy: async () => ({
        Component: (await import('../../features/volume/mismatches-page')).MismatchesPage,
      }),
    },
    {
      path: 'periods',
      loader: load(({ ask }) => [ask(periodsQuery)]),
      lazy: async () => ({
        Component: (await import('../../features/periods/periods-page')).PeriodsPage,
      }),
    },
    {
      path: 'adjustments',
      loader: load(({ ask, search, cursor }) => [
        ask(adjustmentsQuery(adjustmentStateOf(search), cursor)),
      ]),
      lazy: async () => ({
        Component: (await import('../../features/periods/adjustments-page')).AdjustmentsPage,
      }),
    },
    {
      path: 'adjustments/new',
      lazy: async () => ({
        Component: (await import('../../features/periods/propose-page')).ProposePage,
      }),
    },
  ]
}
