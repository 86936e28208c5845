import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { harvestForecasts } from '@weibao/api-client/harvest-forecasts'
import { useMutation } from '@weibao/api-client/mutation'
import type { StateForecast } from '@weibao/contracts/harvest-forecast'

type When = 'coming' | 'past'

export const whenOf = (search: URLSearchParams): When =>
  search.get('when') === 'past' ? 'past' : 'coming'

export const ownForecastsQuery = (
  cooperativeId: string,
  { when, cursor }: { when: When; cursor: string | undefined },
) =>
  queryOptions({
    queryKey: ['forecasts', 'of', cooperativeId, when, cursor ?? ''],
    queryFn: ({ signal }) =>
      harvestForecasts.listOwn(
        {
          params: { cooperativeId },
          query: { when, limit: 30, ...(cursor ? { cursor } : {}) },
        },
        { signal },
      ),
  })

export const accuracyQuery = (cooperativeId: string) =>
  queryOptions({
    queryKey: ['forecasts', 'accuracy', cooperativeId],
    queryFn: ({ signal }) => harvestForecasts.accuracy({ params: { cooperativeId } }, { signal }),
  })

export const forecastChangesQuery = (cooperativeId: string, id: string) =>
  queryOptions({
    queryKey: ['forecasts', 'changes', cooperativeId, id],
    queryFn: ({ signal }) =>
      harvestForecasts.listChanges(
        { params: { cooperativeId, id }, query: { limit: 20 } },
        { signal },
      ),
  })

export const comingQuery = ({
  category,
  cursor,
}: {
  category: string | undefined
  cursor: string | undefined
}) =>
  queryOptions({
    queryKey: ['forecasts', 'coming', category ?? '', cursor ?? ''],
    queryFn: ({ signal }) =>
      harvestForecasts.coming(
        {
          query: {
            limit: 30,
            ...(category ? { category } : {}),
            ...(cursor ? { cursor } : {}),
          },
        },
        { signal },
      ),
  })

export function useStateForecast(cooperativeId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: StateForecast) =>
      harvestForecasts.state({ params: { cooperativeId }, body }),
    onSettled: () => client.invalidateQueries({ queryKey: ['forecasts'] }),
  })
}
