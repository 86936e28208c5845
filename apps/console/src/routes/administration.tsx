import type { QueryClient } from '@tanstack/react-query'
import type { RouteObject } from 'react-router'
import { notificationsRoute } from './notifications'
import { moneyPages } from './administration/money'
import { platformPages } from './administration/platform'
import { roundPages } from './administration/rounds'
import { decisionPages } from './administration/decisions'
import { volumePages } from './administration/volume'

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
    ...decisionPages(client),
    ...platformPages(client),
    notificationsRoute(client),
  ]
}
