import type { TransferReturnState, TransferState } from '@weibao/contracts/transfer'
import { Lifecycle } from '@weibao/kernel'

/** docs/domain.md §8. */
export const transferLifecycle = new Lifecycle<TransferState>('transfer', {
  recorded: ['confirmed', 'withdrawn'],
  confirmed: ['reversed'],
  withdrawn: [],
  reversed: [],
})

export type AssignmentState = 'recorded' | 'confirmed' | 'withdrawn' | 'released'

export const assignmentLifecycle = new Lifecycle<AssignmentState>('transfer-assignment', {
  recorded: ['confirmed', 'withdrawn'],
  confirmed: ['released'],
  withdrawn: [],
  released: [],
})

export const returnLifecycle = new Lifecycle<TransferReturnState>('transfer-return', {
  waiting: ['proposed', 'cancelled'],
  proposed: ['sent', 'waiting'],
  sent: [],
  cancelled: [],
})
