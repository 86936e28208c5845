import { infiniteQueryOptions, queryOptions, useQueryClient } from '@tanstack/react-query'
import { useMutation } from '@weibao/api-client/mutation'
import { notifications } from '@weibao/api-client/notifications'

export const notificationsQuery = infiniteQueryOptions({
  queryKey: ['notifications', 'list'],
  queryFn: ({ pageParam, signal }) =>
    notifications.list({ query: pageParam ? { cursor: pageParam } : {} }, { signal }),
  initialPageParam: '',
  getNextPageParam: (page) => page.nextCursor,
})

export const unreadCountQuery = queryOptions({
  queryKey: ['notifications', 'unread'],
  queryFn: ({ signal }) => notifications.unreadCount(undefined, { signal }),
  retry: false,
})

export const preferencesQuery = queryOptions({
  queryKey: ['notifications', 'preferences'],
  queryFn: ({ signal }) => notifications.preferences(undefined, { signal }),
})

export function useNotificationAct<V>(act: (input: V) => Promise<unknown>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: () => client.invalidateQueries({ queryKey: ['notifications'] }),
  })
}
