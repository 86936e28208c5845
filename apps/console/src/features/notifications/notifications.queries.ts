import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { useMutation } from '@weibao/api-client/mutation'
import { notifications } from '@weibao/api-client/notifications'

export const unreadCountQuery = queryOptions({
  queryKey: ['notifications', 'unread-count'],
  queryFn: ({ signal }) => notifications.unreadCount(undefined, { signal }),
})

export const notificationsQuery = (state: 'all' | 'unread', cursor: string | undefined) =>
  queryOptions({
    queryKey: ['notifications', 'list', state, cursor ?? ''],
    queryFn: ({ signal }) =>
      notifications.list({ query: { state, ...(cursor ? { cursor } : {}) } }, { signal }),
  })

export function useReadNotification() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => notifications.read({ params: { id } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['notifications'] }),
  })
}

export function useReadAllNotifications() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => notifications.readAll(),
    onSuccess: () => client.invalidateQueries({ queryKey: ['notifications'] }),
  })
}
