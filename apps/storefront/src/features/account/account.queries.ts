import { queryOptions, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { account, session } from '@weibao/api-client/account'
import { useMutation } from '@weibao/api-client/mutation'
import type { Session } from '@weibao/contracts/session'

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => session.get(undefined, { signal }),
  staleTime: 60_000,
})

export const accountQuery = queryOptions({
  queryKey: ['account', 'own'],
  queryFn: ({ signal }) => account.get(undefined, { signal }),
})

export const accountSessionsQuery = queryOptions({
  queryKey: ['account', 'sessions'],
  queryFn: ({ signal }) => account.listSessions(undefined, { signal }),
})

const OF_A_PERSON = ['account', 'orders', 'notifications']

/**
 * Another person, or nobody, is here now: what was known of the last one is forgotten, and the cart
 * is asked for again (reading it with a session adopts the guest's cart).
 */
export async function changePerson(client: QueryClient, next: Session | null): Promise<void> {
  for (const key of OF_A_PERSON) client.removeQueries({ queryKey: [key] })
  if (next) client.setQueryData(sessionQuery.queryKey, next)
  else client.removeQueries({ queryKey: sessionQuery.queryKey })
  await client.invalidateQueries({ queryKey: ['cart'] })
}

/** A mutation that answers with a session and makes it the one in force. */
export function useEnter<V>(enter: (input: V) => Promise<Session>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: enter,
    onSuccess: (entered) => {
      if (entered.state === 'signed-in') return changePerson(client, entered)
      client.setQueryData(sessionQuery.queryKey, entered)
      return undefined
    },
  })
}

/** A mutation of the account: what is shown of it is asked for again. */
export function useAccountAct<V, R>(act: (input: V) => Promise<R>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['account'] }),
        client.invalidateQueries({ queryKey: sessionQuery.queryKey }),
      ]),
  })
}

/** Signs out here, or everywhere. */
export function useSignOut() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (where: 'here' | 'everywhere') =>
      where === 'here' ? session.signOut() : account.endAllSessions(),
    onSuccess: () => changePerson(client, null),
  })
}
