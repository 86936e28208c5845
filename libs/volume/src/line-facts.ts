import { createHash } from 'node:crypto'
import type { BuyerKind, EvidenceGrade, PurchaseKind } from '@weibao/contracts/volume'
import type { Id } from '@weibao/kernel'

interface Named {
  readonly id: Id
  readonly name: { readonly zh: string; readonly en: string }
}

/** What is known of an order line when a stage of it is counted. Names are kept as they are now. */
export interface LineFacts {
  readonly orderLineId: Id
  readonly orderId: Id
  readonly orderNumber: string
  /** Tells apart several counts of one stage, a receipt for instance; the line when absent. */
  readonly reference?: string
  readonly cooperative: Named
  readonly product: Named
  /** Township of Weixi and category, as codes. */
  readonly township: string
  readonly category: string
  readonly buyer: {
    readonly kind: BuyerKind
    readonly organisationId: Id | null
    readonly personId: Id | null
    /** A Baoshan organisation, or a person with a Baoshan delivery address. */
    readonly isInBaoshan: boolean
    readonly subdistrictCode: string | null
  }
  /** Code of the setting `programme.channels`. */
  readonly channel: string
  readonly purchaseKind: PurchaseKind
  /** The one unit the sale is attributed to: an organisation, a subdistrict, or `retail`. */
  readonly attribution: string
  readonly isFromWeixi: boolean
  /** Whether the product's recognition is valid on the order date. */
  readonly isRecognised: boolean
  /** Whether the seller has a benefit record for the season. */
  readonly hasBenefitRecord: boolean
  readonly isResale?: boolean
  readonly isRated?: boolean
  /** A when absent: order, payment and delivery on the platform agree. */
  readonly evidenceGrade?: EvidenceGrade
  /** Goods value actually paid, tax included, after discount. */
  readonly goodsFen: number
  readonly freightFen?: number
  readonly packingFen?: number
  readonly subsidyFen?: number
  readonly quantity: number
  readonly massGrams: number
  /** Decides the day, the month and the rules; for `confirmed` the later of acceptance and payment. */
  readonly occurredAt: Date
}

/** The same figures of the same line give the same digest, whenever they are counted. */
export function digestOf(facts: LineFacts): string {
  const parts = [
    facts.cooperative.id,
    facts.product.id,
    facts.channel,
    facts.purchaseKind,
    facts.attribution,
    facts.goodsFen,
    facts.freightFen ?? 0,
    facts.packingFen ?? 0,
    facts.subsidyFen ?? 0,
    facts.quantity,
    facts.massGrams,
  ]
  return createHash('sha256').update(parts.join('|')).digest('hex')
}
