import { queryOptions, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { secondFactor, session } from '@weibao/api-client/account'
import { useMutation } from '@weibao/api-client/mutation'
import type { Session, SignIn } from '@weibao/contracts/session'

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => session.get(undefined, { signal }),
  staleTime: 5 * 60_000,
})

function useSessionAct<V>(act: (input: V) => Promise<Session>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: (next) => client.setQueryData(sessionQuery.queryKey, next),
  })
}

export function useSignIn() {
  return useSessionAct((body: SignIn) => session.signIn({ body }))
}

/** Completes signing in, or proves the second factor again. */
export function useProveSecondFactor() {
  return useSessionAct((code: string) => session.proveSecondFactor({ body: { code } }))
}

/** Signs out here; nothing of what was seen stays in memory. */
export function useSignOut() {
  return useMutation({
    mutationFn: () => session.signOut(),
    onSuccess: () => location.assign('/console/sign-in'),
  })
}

export function useOfferSecondFactor() {
  return useMutation({
    mutationFn: (password: string) => secondFactor.offer({ body: { password } }),
  })
}

export function useConfirmSecondFactor() {
  return useMutation({
    mutationFn: (code: string) => secondFactor.confirm({ body: { code } }),
  })
}

/** Whose session it is: what one did oneself, another has to confirm. */
export function useMyId(): string | null {
  return useSuspenseQuery(sessionQuery).data.person?.id ?? null
}
