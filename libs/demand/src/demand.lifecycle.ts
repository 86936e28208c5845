import type { DemandState } from '@weibao/contracts/demand'
import { Lifecycle } from '@weibao/kernel'

/** Open demands are matched; past their cut-off they close, and their buyer may take them back before. */
export const demandLifecycle = new Lifecycle<DemandState>('demand', {
  open: ['closed', 'cancelled'],
  closed: [],
  cancelled: [],
})
