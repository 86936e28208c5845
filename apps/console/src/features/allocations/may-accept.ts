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
