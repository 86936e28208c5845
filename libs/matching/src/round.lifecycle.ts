import type { AllocationState } from '@weibao/contracts/allocation'
import type { RoundState } from '@weibao/contracts/round'
import { Lifecycle } from '@weibao/kernel'

/** A round that was killed stays `running` until another process takes it over. */
export const roundLifecycle = new Lifecycle<RoundState>('round', {
  queued: ['running', 'cancelled'],
  running: ['proposed', 'cancelled', 'failed'],
  proposed: ['closed'],
  closed: [],
  cancelled: [],
  failed: [],
})

export const allocationLifecycle = new Lifecycle<AllocationState>('allocation', {
  proposed: ['accepted', 'declined', 'lapsed', 'superseded'],
  accepted: ['confirmed', 'declined', 'lapsed', 'superseded'],
  confirmed: ['ordered', 'lapsed', 'superseded'],
  ordered: [],
  declined: [],
  lapsed: [],
  superseded: [],
})
