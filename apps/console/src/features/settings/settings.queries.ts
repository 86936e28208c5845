import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { useMutation } from '@weibao/api-client/mutation'
import { settings } from '@weibao/api-client/settings'

export const settingsQuery = queryOptions({
  queryKey: ['settings', 'list'],
  queryFn: ({ signal }) => settings.list({ query: {} }, { signal }),
})

export const settingHistoryQuery = (key: string, cursor: string | undefined) =>
  queryOptions({
    queryKey: ['settings', 'history', key, cursor ?? ''],
    queryFn: ({ signal }) =>
      settings.history({ params: { key }, query: cursor ? { cursor } : {} }, { signal }),
  })

export interface SettingEdit {
  readonly value: unknown
  readonly validFrom: string
  readonly reason: string
  readonly basedOn: number
  readonly idempotencyKey: string
}

export function useEditSetting(key: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ idempotencyKey, ...body }: SettingEdit) =>
      settings.edit({ params: { key }, body }, { idempotencyKey }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['settings'] }),
  })
}
