import type {
  AdjustmentState,
  BuyerKind,
  EvidenceGrade,
  PeriodState,
  PurchaseKind,
  ScopeReason,
  VolumeKind,
  VolumeStage,
} from '@weibao/contracts/volume'
import { Column, Entity, PrimaryColumn } from 'typeorm'

@Entity('volume_entries')
export class VolumeEntry {
  @PrimaryColumn('uuid') id!: string
  @Column('text') stage!: VolumeStage
  @Column('text') kind!: VolumeKind
  @Column('text') reference!: string
  @Column('uuid', { name: 'corrects_id', nullable: true }) correctsId!: string | null
  @Column('text') digest!: string
  @Column('uuid', { name: 'order_line_id', nullable: true }) orderLineId!: string | null
  @Column('uuid', { name: 'order_id', nullable: true }) orderId!: string | null
  @Column('text', { name: 'order_number', nullable: true }) orderNumber!: string | null
  @Column('uuid', { name: 'cooperative_id' }) cooperativeId!: string
  @Column('text', { name: 'cooperative_name_zh' }) cooperativeNameZh!: string
  @Column('text', { name: 'cooperative_name_en' }) cooperativeNameEn!: string
  @Column('uuid', { name: 'product_id' }) productId!: string
  @Column('text', { name: 'product_name_zh' }) productNameZh!: string
  @Column('text', { name: 'product_name_en' }) productNameEn!: string
  @Column('text') township!: string
  @Column('text') category!: string
  @Column('text', { name: 'buyer_kind' }) buyerKind!: BuyerKind
  @Column('uuid', { name: 'buyer_organisation_id', nullable: true })
  buyerOrganisationId!: string | null
  @Column('uuid', { name: 'buyer_person_id', nullable: true }) buyerPersonId!: string | null
  @Column('text', { name: 'subdistrict_code', nullable: true }) subdistrictCode!: string | null
  @Column('text') channel!: string
  @Column('text', { name: 'purchase_kind' }) purchaseKind!: PurchaseKind
  @Column('text') attribution!: string
  @Column('text', { name: 'evidence_grade' }) evidenceGrade!: EvidenceGrade
  @Column('bigint', { name: 'goods_fen' }) goodsFen!: number
  @Column('bigint', { name: 'freight_fen' }) freightFen!: number
  @Column('bigint', { name: 'packing_fen' }) packingFen!: number
  @Column('bigint', { name: 'subsidy_fen' }) subsidyFen!: number
  @Column('int') quantity!: number
  @Column('bigint', { name: 'mass_grams' }) massGrams!: number
  @Column('boolean') counted!: boolean
  @Column('text', { name: 'scope_reasons', array: true }) scopeReasons!: ScopeReason[]
  @Column('int', { name: 'rule_version' }) ruleVersion!: number
  @Column('timestamptz', { name: 'occurred_at' }) occurredAt!: Date
  @Column('timestamptz', { name: 'booked_at' }) bookedAt!: Date
  @Column('date', { name: 'local_day' }) localDay!: string
  @Column('text') period!: string
  @Column('uuid', { name: 'refund_id', nullable: true }) refundId!: string | null
  @Column('text', { default: '' }) reason!: string
  @Column('uuid', { name: 'author_id', nullable: true }) authorId!: string | null
  @Column('uuid', { name: 'approver_id', nullable: true }) approverId!: string | null
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt!: Date
}

@Entity('volume_adjustments')
export class VolumeAdjustment {
  @PrimaryColumn('uuid') id!: string
  @Column('uuid', { name: 'entry_id' }) entryId!: string
  @Column('bigint', { name: 'goods_fen' }) goodsFen!: number
  @Column('bigint', { name: 'mass_grams' }) massGrams!: number
  @Column('text') reason!: string
  @Column('text', { default: 'proposed' }) state!: AdjustmentState
  @Column('uuid', { name: 'proposed_by' }) proposedBy!: string
  @Column('timestamptz', { name: 'proposed_at' }) proposedAt!: Date
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy!: string | null
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt!: Date | null
  @Column('text', { name: 'decision_note', default: '' }) decisionNote!: string
}

/** A month of both journals: the ledger's guards read it too. */
@Entity('periods')
export class Period {
  @PrimaryColumn('text') month!: string
  @Column('text', { default: 'open' }) state!: PeriodState
  @Column('uuid', { name: 'closing_by', nullable: true }) closingBy!: string | null
  @Column('timestamptz', { name: 'closing_at', nullable: true }) closingAt!: Date | null
  @Column('uuid', { name: 'closed_by', nullable: true }) closedBy!: string | null
  @Column('timestamptz', { name: 'closed_at', nullable: true }) closedAt!: Date | null
  @Column('bigint', { name: 'entry_count', nullable: true }) entryCount!: number | null
  @Column('bigint', { name: 'confirmed_fen', nullable: true }) confirmedFen!: number | null
  @Column('text', { nullable: true }) digest!: string | null
}
