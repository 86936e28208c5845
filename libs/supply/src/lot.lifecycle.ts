import type { LotState } from '@weibao/contracts/lot'
import { Lifecycle } from '@weibao/kernel'

/** `open` and `exhausted` follow what is available; the statements that move stock keep them so. */
export const lotLifecycle = new Lifecycle<LotState>('lot', {
  draft: ['open'],
  open: ['exhausted', 'short', 'withdrawn', 'expired'],
  exhausted: ['open', 'short', 'withdrawn', 'expired'],
  short: ['open', 'withdrawn'],
  withdrawn: [],
  expired: [],
})
