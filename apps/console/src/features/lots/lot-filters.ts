import type { LotState } from '@weibao/contracts/lot'

export const lotStates = [
  'open',
  'draft',
  'short',
  'exhausted',
  'withdrawn',
  'expired',
] as const satisfies readonly LotState[]

/** A state named in an address, or none. */
export function lotStateOf(search: URLSearchParams): LotState | undefined {
  return lotStates.find((state) => state === search.get('state'))
}
