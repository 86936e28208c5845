import { useSuspenseQuery } from '@tanstack/react-query'
import type { AllocationView } from '@weibao/contracts/allocation'
import { useActing } from '../../lib/acting'
import { sessionQuery } from '../sign-in/session.queries'

/** Whoever has approved something first leaves it to another. */
export function useMayAccept() {
  const { can } = useActing()
  const { data: session } = useSuspenseQuery(sessionQuery)
  return ({ state, firstApproval }: AllocationView) =>
    state === 'proposed' &&
    can('allocation:answer') &&
    firstApproval?.personId !== session.person?.id
}

/** What a tab is called: who cannot answer waits for whoever does. */
export function useTabName() {
  const { can } = useActing()
  return <State extends string>(state: State) =>
    state === 'proposed' && !can('allocation:answer') ? ('withApprover' as const) : state
}
