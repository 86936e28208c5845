import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { previews } from '@weibao/api-client/previews'
import type { DemandPreviewLine } from '@weibao/contracts/preview'
import { useSettled } from '../../lib/use-settled'
import { demandBodyOf, isWholeLine, type DemandDraft } from './demand-draft'

/** What stands below a line of the form. */
export type LinePreview =
  | { readonly kind: 'incomplete' | 'asking' | 'warming' | 'unavailable' }
  | { readonly kind: 'error'; readonly error: Error }
  | { readonly kind: 'ready'; readonly line: DemandPreviewLine; readonly isOld: boolean }

const REST_MILLIS = 250
/** How soon to ask again by itself: others change the market too. */
const AGAIN_MILLIS = { ready: 15_000, warming: 2000, unavailable: 10_000 } as const

interface Question {
  readonly deliveryPointId: string | null
  readonly budgetLineId: string | null
  readonly lines: ReturnType<typeof demandBodyOf>['lines']
}

/** What each line of a draft would get now, asked while it is typed; one answer a line, in order. */
export function useDemandPreview(buyerId: string, draft: DemandDraft): readonly LinePreview[] {
  const whole = draft.lines.map(isWholeLine)
  const question: Question = {
    deliveryPointId: draft.deliveryPointId || null,
    budgetLineId: draft.budgetLineId || null,
    lines: demandBodyOf(draft).lines.filter((_, index) => whole[index]),
  }
  const now = JSON.stringify(question)
  const asked = useSettled(now, REST_MILLIS)
  const { data, error, isPlaceholderData } = useQuery({
    queryKey: ['demand-preview', buyerId, asked],
    queryFn: ({ signal }) =>
      previews.ask({ params: { buyerId }, body: JSON.parse(asked) as Question }, { signal }),
    enabled: (JSON.parse(asked) as Question).lines.length > 0,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data ? AGAIN_MILLIS[state.data.state] : false),
    staleTime: 2000,
    gcTime: 30_000,
    retry: false,
  })
  const isOld = isPlaceholderData || now !== asked
  let next = 0
  return whole.map((isWhole): LinePreview => {
    if (!isWhole) return { kind: 'incomplete' }
    const line = data?.lines[next++]
    if (error && !isOld) return { kind: 'error', error }
    if (data && data.state !== 'ready') return { kind: data.state }
    return line ? { kind: 'ready', line, isOld } : { kind: 'asking' }
  })
}
