import type { PeriodState } from '@weibao/contracts/volume'
import { Lifecycle } from '@weibao/kernel'

/** A closed month never changes: there is no way back. */
export const periodLifecycle = new Lifecycle<PeriodState>('period', {
  open: ['closing'],
  closing: ['closed'],
  closed: [],
})
