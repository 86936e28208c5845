import type { QueryClient } from '@tanstack/react-query'
import type { RouteObject } from 'react-router'
import {
  fairnessQuery,
  fairnessRangeOf,
  fairnessRowsOf,
  fairnessRowsQuery,
} from '../../features/fairness/fairness.queries'
import {
  roundAllocationsQuery,
  roundFilterOf,
  roundQuery,
  roundRowsOf,
  roundsQuery,
  roundTicketsQuery,
} from '../../features/rounds/rounds.queries'
import { loaderOf } from '../loader'

/** Rounds, what they matched, and how fairly. */
export function roundPages(client: QueryClient): RouteObject[] {
  const load = loaderOf(client)
  return [
    {
      path: 'rounds',
      loader: load(({ ask, search }) => [ask(roundsQuery(roundFilterOf(search)))]),
      lazy: async () => ({
        Component: (await import('../../features/rounds/rounds-page')).RoundsPage,
      }),
    },
    {
      path: 'rounds/:roundId',
      loader: load(({ ask, params }) => [ask(roundQuery(params['roundId']!))]),
      lazy: async () => ({
        Component: (await import('../../features/rounds/round-page')).RoundPage,
      }),
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
        Component: (await import('../../features/rounds/round-rows-page')).RoundRowsPage,
      }),
    },
    {
      path: 'fairness',
      loader: load(({ ask, search }) => [ask(fairnessQuery(fairnessRangeOf(search)))]),
      lazy: async () => ({
        Component: (await import('../../features/fairness/fairness-page')).FairnessPage,
      }),
    },
    {
      path: 'fairness/rows',
      loader: load(({ ask, search, cursor }) => [
        ask(fairnessRowsQuery(fairnessRowsOf(search), cursor)),
      ]),
      lazy: async () => ({
        Component: (await import('../../features/fairness/fairness-rows-page')).FairnessRowsPage,
      }),
    },
  ]
}
