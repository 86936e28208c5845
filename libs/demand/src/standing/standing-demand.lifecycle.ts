import type { StandingState } from '@weibao/contracts/standing-demand'
import { Lifecycle } from '@weibao/kernel'

export const standingLifecycle = new Lifecycle<StandingState>('standing-demand', {
  active: ['paused', 'ended'],
  paused: ['active', 'ended'],
  ended: [],
})
