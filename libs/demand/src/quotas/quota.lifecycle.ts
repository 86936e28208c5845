import type { QuotaState } from '@weibao/contracts/quota'
import { Lifecycle } from '@weibao/kernel'

/** A quota is filed again as often as need be until an officer has checked it. */
export const quotaLifecycle = new Lifecycle<QuotaState>('quota', {
  filed: ['filed', 'checked', 'returned'],
  returned: ['filed'],
  checked: [],
})
