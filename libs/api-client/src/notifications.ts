import type { notificationRoutes } from '@weibao/contracts/notification'
import { endpoint } from './http.js'

export const notifications = {
  list: endpoint<typeof notificationRoutes.list>('GET', '/notifications'),
  unreadCount: endpoint<typeof notificationRoutes.unreadCount>(
    'GET',
    '/notifications/unread-count',
  ),
  read: endpoint<typeof notificationRoutes.read>('POST', '/notifications/:id/reading'),
  readAll: endpoint<typeof notificationRoutes.readAll>('POST', '/notifications/reading'),
  preferences: endpoint<typeof notificationRoutes.preferences>('GET', '/notification-preferences'),
  setPreferences: endpoint<typeof notificationRoutes.setPreferences>(
    'PUT',
    '/notification-preferences',
  ),
}
