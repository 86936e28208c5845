import { infiniteQueryOptions } from '@tanstack/react-query'
import { demands } from '@weibao/api-client/demands'
import { harvestForecasts } from '@weibao/api-client/harvest-forecasts'
import { lots } from '@weibao/api-client/lots'

interface HallFilter {
  readonly category?: string
  readonly subdistrict?: string
}

/** Reads the address; what it does not know it leaves out. */
export function readHallFilter(search: URLSearchParams): HallFilter {
  const category = search.get('category')
  const subdistrict = search.get('subdistrict')
  return {
    ...(category && /^[a-z-]{1,30}$/.test(category) ? { category } : {}),
    ...(subdistrict && /^310113\d{3}$/.test(subdistrict) ? { subdistrict } : {}),
  }
}

export const hallQuery = (filter: HallFilter) =>
  infiniteQueryOptions({
    queryKey: ['open-needs', filter],
    queryFn: ({ pageParam, signal }) =>
      demands.hall(
        { query: { ...filter, limit: 30, ...(pageParam ? { cursor: pageParam } : {}) } },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  })

interface LotsFilter {
  readonly category?: string
  readonly township?: string
}

/** Reads the address; what it does not know it leaves out. */
export function readLotsFilter(search: URLSearchParams): LotsFilter {
  const category = search.get('category')
  const township = search.get('township')
  return {
    ...(category && /^[a-z-]{1,30}$/.test(category) ? { category } : {}),
    ...(township && /^[a-z]{1,30}$/.test(township) ? { township } : {}),
  }
}

export const openLotsQuery = (filter: LotsFilter) =>
  infiniteQueryOptions({
    queryKey: ['open-lots', filter],
    queryFn: ({ pageParam, signal }) =>
      lots.listOpen(
        { query: { ...filter, limit: 30, ...(pageParam ? { cursor: pageParam } : {}) } },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  })

export const comingQuery = infiniteQueryOptions({
  queryKey: ['harvest-forecasts'],
  queryFn: ({ pageParam, signal }) =>
    harvestForecasts.coming(
      { query: { limit: 30, ...(pageParam ? { cursor: pageParam } : {}) } },
      { signal },
    ),
  initialPageParam: '',
  getNextPageParam: (page) => page.nextCursor,
})
