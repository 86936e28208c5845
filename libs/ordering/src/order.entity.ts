import type { Address, OrderState } from '@weibao/contracts/order'
import type { PurchaseKind } from '@weibao/contracts/volume'
import type { LocalDay } from '@weibao/kernel'
import { Column, Entity, PrimaryColumn } from 'typeorm'

@Entity('order_groups')
export class OrderGroupEntity {
  @PrimaryColumn('uuid') id!: string
  @Column('text') number!: string
  @Column('uuid', { name: 'person_id', nullable: true }) personId!: string | null
  @Column('text', { name: 'guest_key', nullable: true }) guestKey!: string | null
  /** The organisation whose order it is, placed by the person; null: a shopper's own. */
  @Column('uuid', { name: 'buyer_id', nullable: true }) buyerId!: string | null
  @Column('uuid', { name: 'delivery_point_id', nullable: true }) deliveryPointId!: string | null
  @Column('text', { name: 'idempotency_key' }) idempotencyKey!: string
  @Column('text') locale!: string
  @Column('bigint', { name: 'goods_fen' }) goodsFen!: number
  @Column('bigint', { name: 'freight_fen' }) freightFen!: number
  @Column('bigint', { name: 'total_fen' }) totalFen!: number
  /** Null once erased; the books stay. */
  @Column('jsonb', { nullable: true }) address!: Address | null
  @Column('text', { nullable: true }) email!: string | null
  @Column('text', { name: 'terms_version' }) termsVersion!: string
  @Column('boolean', { name: 'is_adult' }) isAdult!: boolean
  @Column('boolean', { name: 'accepts_return_exception' }) acceptsReturnException!: boolean
  @Column('timestamptz', { name: 'placed_at' }) placedAt!: Date
}

@Entity('orders')
export class OrderEntity {
  @PrimaryColumn('uuid') id!: string
  @Column('text') number!: string
  @Column('uuid', { name: 'group_id' }) groupId!: string
  @Column('uuid', { name: 'cooperative_id' }) cooperativeId!: string
  /** As it was called when the order was placed. */
  @Column('text', { name: 'cooperative_slug' }) cooperativeSlug!: string
  @Column('text', { name: 'cooperative_name_zh' }) cooperativeNameZh!: string
  @Column('text', { name: 'cooperative_name_en' }) cooperativeNameEn!: string
  @Column('uuid', { name: 'person_id', nullable: true }) personId!: string | null
  @Column('text', { name: 'guest_key', nullable: true }) guestKey!: string | null
  /** The organisation whose order it is, as it was called; null: a shopper's own. */
  @Column('uuid', { name: 'buyer_id', nullable: true }) buyerId!: string | null
  @Column('text', { name: 'buyer_name_zh', nullable: true }) buyerNameZh!: string | null
  @Column('text', { name: 'buyer_name_en', nullable: true }) buyerNameEn!: string | null
  @Column('text', { default: 'placed' }) state!: OrderState
  @Column('text') channel!: string
  @Column('text', { name: 'purchase_kind', default: 'direct' }) purchaseKind!: PurchaseKind
  /** The first day on which an organisation's goods are to leave, and the last on which they arrive. */
  @Column('date', { name: 'leaves_on', nullable: true }) leavesOn!: LocalDay | null
  @Column('date', { name: 'arrives_on', nullable: true }) arrivesOn!: LocalDay | null
  @Column('bigint', { name: 'goods_fen' }) goodsFen!: number
  @Column('bigint', { name: 'freight_fen' }) freightFen!: number
  @Column('bigint', { name: 'total_fen' }) totalFen!: number
  @Column('text', { default: '' }) note!: string
  @Column('text') recipient!: string
  @Column('text', { name: 'subdistrict_code', nullable: true }) subdistrictCode!: string | null
  @Column('boolean', { name: 'is_in_baoshan' }) isInBaoshan!: boolean
  @Column('timestamptz', { name: 'placed_at' }) placedAt!: Date
  @Column('timestamptz', { name: 'auto_accept_at', nullable: true }) autoAcceptAt!: Date | null
  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' }) updatedAt!: Date
}

@Entity('order_lines')
export class OrderLineEntity {
  @PrimaryColumn('uuid') id!: string
  @Column('uuid', { name: 'order_id' }) orderId!: string
  /** The gift boxes whose content it is. */
  @Column('uuid', { name: 'order_bundle_id', nullable: true }) orderBundleId!: string | null
  /** What it carries out; its packages are held and sold under that id. */
  @Column('uuid', { name: 'allocation_id', nullable: true }) allocationId!: string | null
  /** The allocation's own; null: its share of the order's freight by goods value. */
  @Column('bigint', { name: 'freight_fen', nullable: true }) freightFen!: number | null
  @Column('uuid', { name: 'sku_id' }) skuId!: string
  @Column('uuid', { name: 'product_id' }) productId!: string
  @Column('text', { name: 'product_slug' }) productSlug!: string
  @Column('text', { name: 'name_zh' }) nameZh!: string
  @Column('text', { name: 'name_en' }) nameEn!: string
  @Column('text', { name: 'sku_name_zh' }) skuNameZh!: string
  @Column('text', { name: 'sku_name_en' }) skuNameEn!: string
  @Column('text') category!: string
  @Column('text', { name: 'township_code' }) townshipCode!: string
  @Column('int', { name: 'pack_grams' }) packGrams!: number
  @Column('int') quantity!: number
  @Column('bigint', { name: 'unit_price_fen' }) unitPriceFen!: number
  @Column('bigint', { name: 'line_total_fen' }) lineTotalFen!: number
  @Column('int', { name: 'commission_basis_points' }) commissionBasisPoints!: number
  @Column('bigint', { name: 'commission_fen' }) commissionFen!: number
  @Column('boolean', { name: 'is_recognised' }) isRecognised!: boolean
  @Column('text', { name: 'lot_codes', array: true, default: () => "'{}'" }) lotCodes!: string[]
  /** The text by which it does not come back without a reason, and when its buyer agreed. */
  @Column('text', { name: 'return_exception_version', nullable: true })
  returnExceptionVersion!: string | null
  @Column('timestamptz', { name: 'return_exception_at', nullable: true })
  returnExceptionAt!: Date | null
}

/** Gift boxes of one kind in an order; their contents are lines that name it. */
@Entity('order_bundles')
export class OrderBundleEntity {
  @PrimaryColumn('uuid') id!: string
  @Column('uuid', { name: 'order_id' }) orderId!: string
  @Column('uuid', { name: 'bundle_id' }) bundleId!: string
  @Column('text') slug!: string
  @Column('text', { name: 'name_zh' }) nameZh!: string
  @Column('text', { name: 'name_en' }) nameEn!: string
  @Column('int') quantity!: number
  @Column('bigint', { name: 'unit_price_fen' }) unitPriceFen!: number
  @Column('bigint', { name: 'total_fen' }) totalFen!: number
}

@Entity('order_events')
export class OrderEventEntity {
  @PrimaryColumn('uuid') id!: string
  @Column('uuid', { name: 'order_id' }) orderId!: string
  @Column('text') kind!: string
  @Column('uuid', { name: 'actor_id', nullable: true }) actorId!: string | null
  @Column('jsonb', { default: () => "'{}'" }) details!: Record<string, unknown>
  @Column('timestamptz', { name: 'happened_at' }) happenedAt!: Date
}

@Entity('carts')
export class CartEntity {
  @PrimaryColumn('uuid') id!: string
  @Column('uuid', { name: 'person_id', nullable: true }) personId!: string | null
  @Column('text', { name: 'guest_key', nullable: true }) guestKey!: string | null
  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' }) updatedAt!: Date
}

@Entity('cart_lines')
export class CartLineEntity {
  @PrimaryColumn('uuid', { name: 'cart_id' }) cartId!: string
  @PrimaryColumn('uuid', { name: 'sku_id' }) skuId!: string
  @Column('int') quantity!: number
  @Column('timestamptz', { name: 'added_at', default: () => 'now()' }) addedAt!: Date
}

@Entity('cart_bundles')
export class CartBundleEntity {
  @PrimaryColumn('uuid', { name: 'cart_id' }) cartId!: string
  @PrimaryColumn('uuid', { name: 'bundle_id' }) bundleId!: string
  @Column('int') quantity!: number
  @Column('timestamptz', { name: 'added_at', default: () => 'now()' }) addedAt!: Date
}
