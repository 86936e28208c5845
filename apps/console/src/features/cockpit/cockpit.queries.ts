import { queryOptions } from '@tanstack/react-query'
import { quotaCockpit } from '@weibao/api-client/quota-cockpit'
import type { CockpitStage } from '@weibao/contracts/quota-cockpit'

/** One after another, of the same goods: nothing on screen adds two of them. */
export const cockpitStages = [
  'demanded',
  'matched',
  'ordered',
  'received',
  'confirmed',
] as const satisfies readonly CockpitStage[]

/** The year in an address; this one where it names none. */
export function yearOf(search: URLSearchParams): number | undefined {
  const year = search.get('year') ?? ''
  return /^20\d\d$/.test(year) ? Number(year) : undefined
}

export const cockpitQuery = (buyerId: string, year: number | undefined) =>
  queryOptions({
    queryKey: ['quotas', 'cockpit', buyerId, year ?? 'this'],
    queryFn: ({ signal }) =>
      quotaCockpit.get({ params: { buyerId }, query: year ? { year } : {} }, { signal }),
  })

export interface CockpitRows {
  readonly year: number
  readonly stage: CockpitStage
  readonly budgetLineId: string | undefined
}

export function cockpitRowsOf(search: URLSearchParams): CockpitRows {
  return {
    year: yearOf(search) ?? new Date().getFullYear(),
    stage: cockpitStages.find((stage) => stage === search.get('stage')) ?? 'confirmed',
    budgetLineId: search.get('budgetLineId') ?? undefined,
  }
}

export const cockpitRowsQuery = (
  buyerId: string,
  { year, stage, budgetLineId }: CockpitRows,
  cursor: string | undefined,
) =>
  queryOptions({
    queryKey: ['quotas', 'cockpit-rows', buyerId, year, stage, budgetLineId ?? '', cursor ?? ''],
    queryFn: ({ signal }) =>
      quotaCockpit.rows(
        {
          params: { buyerId },
          query: {
            year,
            stage,
            ...(budgetLineId ? { budgetLineId } : {}),
            ...(cursor ? { cursor } : {}),
          },
        },
        { signal },
      ),
  })

export function cockpitRowsHref(base: string, { year, stage, budgetLineId }: CockpitRows): string {
  const search = new URLSearchParams({ year: String(year), stage })
  if (budgetLineId) search.set('budgetLineId', budgetLineId)
  return `${base}/quota-rows?${search.toString()}`
}

export const basketQuery = (buyerId: string, budgetLineId: string) =>
  queryOptions({
    queryKey: ['quotas', 'basket', buyerId, budgetLineId],
    queryFn: ({ signal }) => quotaCockpit.basket({ params: { buyerId, budgetLineId } }, { signal }),
  })
