import type { AllocationState } from '@weibao/contracts/allocation'
import { Lifecycle } from '@weibao/kernel'

/** Rounds themselves move by conditional statements (round.repository.ts), as several processes want the same one. */
export const allocationLifecycle = new Lifecycle<AllocationState>('allocation', {
  proposed: ['accepted', 'declined', 'lapsed', 'superseded'],
  accepted: ['confirmed', 'declined', 'lapsed', 'superseded'],
  confirmed: ['ordered', 'lapsed', 'superseded'],
  ordered: [],
  declined: [],
  lapsed: [],
  superseded: [],
})
