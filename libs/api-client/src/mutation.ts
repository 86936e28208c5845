import {
  useMutation as useQueryMutation,
  type UseMutationOptions,
  type UseMutationResult,
} from '@tanstack/react-query'
import { useCallback } from 'react'

/** What the one who asked does with the answer. */
interface Answered<Answer, Input> {
  readonly onSuccess?: (answer: Answer, input: Input) => void
  readonly onError?: (error: Error, input: Input) => void
  readonly onSettled?: (answer: Answer | undefined, error: Error | null, input: Input) => void
}

interface Asking<Answer, Input> {
  readonly mutate: (
    ...asked: undefined extends Input
      ? [input?: Input, then?: Answered<Answer, Input>]
      : [input: Input, then?: Answered<Answer, Input>]
  ) => void
}
/** Of each state of a mutation by itself, so that success still means that there is an answer. */
type WithMutate<State, Act> = State extends unknown ? Omit<State, 'mutate'> & Act : never
type Mutation<Answer, Input, Kept = unknown> = WithMutate<
  UseMutationResult<Answer, Error, Input, Kept>,
  Asking<Answer, Input>
>

/**
 * React Query's mutation, whose answer reaches the one who asked though its form is gone by then: what
 * is asked anew after the act takes away the row or the form that it was about, often before the answer
 * is told, and the library tells nothing to what is gone. Who went to another page is told nothing.
 */
export function useMutation<Answer = unknown, Input = void, Kept = unknown>(
  options: UseMutationOptions<Answer, Error, Input, Kept>,
): Mutation<Answer, Input, Kept> {
  const mutation = useQueryMutation(options)
  const { mutateAsync } = mutation
  const mutate = useCallback(
    (input?: Input, then: Answered<Answer, Input> = {}) => {
      const page = window.location.pathname
      const isHere = () => window.location.pathname === page
      mutateAsync(input as Input).then(
        (answer) => {
          if (!isHere()) return
          then.onSuccess?.(answer, input as Input)
          then.onSettled?.(answer, null, input as Input)
        },
        (error: Error) => {
          if (!isHere()) return
          then.onError?.(error, input as Input)
          then.onSettled?.(undefined, error, input as Input)
        },
      )
    },
    [mutateAsync],
  )
  return { ...mutation, mutate }
}
