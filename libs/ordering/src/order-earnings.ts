import type { Id, LocalDay } from '@weibao/kernel'
import type { Tx } from '@weibao/platform'

/** What a cooperative earns by an order, or gives back by a refund (negative). Amounts in fen. */
export interface NewEarning {
  readonly kind: 'delivery' | 'refund'
  /** The order or the refund: once. */
  readonly reference: string
  readonly cooperativeId: Id
  readonly cooperativeName: { readonly zh: string; readonly en: string }
  readonly orderId: Id
  readonly orderNumber: string
  readonly goodsFen: number
  readonly freightFen: number
  readonly commissionFen: number
  readonly earnedAt: Date
  /** The first day on which it may go into a settlement. */
  readonly payableFrom: LocalDay
}

/** Who keeps the cooperatives' earnings. Implemented by settlement, called in the deciding Tx. */
export abstract class OrderEarnings {
  abstract earn(tx: Tx, earning: NewEarning): Promise<void>
}
