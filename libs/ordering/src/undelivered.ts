import { Outbox, type Tx } from '@weibao/platform'
import type { OrderLineEntity } from './order.entity.js'

/**
 * Says that a cooperative does not deliver what an allocation had promised: once this commits, matching offers
 * the next best in its place. Not for what its buyer took back, who may want less by now. ADR 44.
 */
export async function tellUndelivered(
  tx: Tx,
  outbox: Outbox,
  lines: readonly OrderLineEntity[],
): Promise<void> {
  const promised = lines.flatMap(({ allocationId }) => (allocationId ? [{ allocationId }] : []))
  await outbox.addAll(tx, 'allocation.undelivered', promised)
}
