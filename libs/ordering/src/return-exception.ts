import { returnExceptionVersion } from '@weibao/contracts/consent'
import type { OrderLineEntity } from './order.entity.js'

type Consent = Pick<OrderLineEntity, 'returnExceptionVersion' | 'returnExceptionAt'>

/**
 * What a line keeps of the consent that its goods do not come back without a reason: the text in force and
 * when it was agreed to. Without the consent, or where it is not needed, the line keeps its days of return.
 */
export function consentOf(
  sku: { readonly isReturnException: boolean },
  group: { readonly acceptsReturnException: boolean; readonly placedAt: Date },
): Consent {
  return sku.isReturnException && group.acceptsReturnException
    ? { returnExceptionVersion, returnExceptionAt: group.placedAt }
    : { returnExceptionVersion: null, returnExceptionAt: null }
}
