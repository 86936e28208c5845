import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { useMutation } from '@weibao/api-client/mutation'
import { recognitions } from '@weibao/api-client/recognitions'
import type { DecideRecognition } from '@weibao/contracts/recognition'

export const recognitionStates = ['applied', 'recognised', 'refused', 'lapsed', 'revoked'] as const
export type RecognitionState = (typeof recognitionStates)[number]

/** What waits comes first. */
export function recognitionStateOf(search: URLSearchParams): RecognitionState {
  return recognitionStates.find((state) => state === search.get('state')) ?? 'applied'
}

export const recognitionsQuery = (state: RecognitionState, cursor: string | undefined) =>
  queryOptions({
    queryKey: ['recognitions', state, cursor ?? ''],
    queryFn: ({ signal }) =>
      recognitions.listAll({ query: { state, ...(cursor ? { cursor } : {}) } }, { signal }),
  })

export function useDecideRecognition(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: DecideRecognition) => recognitions.decide({ params: { id }, body }),
    onSettled: () => client.invalidateQueries({ queryKey: ['recognitions'] }),
  })
}
