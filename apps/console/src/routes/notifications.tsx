import type { QueryClient } from '@tanstack/react-query'
import type { RouteObject } from 'react-router'
import { notificationsQuery } from '../features/notifications/notifications.queries'
import { loaderOf } from './loader'

export function notificationsRoute(client: QueryClient): RouteObject {
  return {
    path: 'notifications',
    loader: loaderOf(client)(({ ask, search, cursor }) => [
      ask(notificationsQuery(search.get('state') === 'unread' ? 'unread' : 'all', cursor)),
    ]),
    lazy: async () => ({
      Component: (await import('../features/notifications/notifications-page')).NotificationsPage,
    }),
  }
}
