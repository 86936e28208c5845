import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { BudgetKind, DemandState } from '@weibao/contracts/demand'

@Entity('budget_lines')
export class BudgetLineEntity {
  @PrimaryColumn('uuid') id!: string
  @Column('uuid', { name: 'buyer_id' }) buyerId!: string
  @Column('int') year!: number
  @Column('text') kind!: BudgetKind
  @Column('text') name!: string
  @Column('bigint', { name: 'ceiling_fen', nullable: true }) ceilingFen!: number | null
  /** Above this an acceptance waits for a second approver; null: never. */
  @Column('bigint', { name: 'approval_limit_fen', nullable: true }) approvalLimitFen!: number | null
  @Column('int', { default: 1 }) version!: number
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date
}

@Entity('delivery_points')
export class DeliveryPointEntity {
  @PrimaryColumn('uuid') id!: string
  @Column('uuid', { name: 'buyer_id' }) buyerId!: string
  @Column('text') name!: string
  @Column('text', { name: 'subdistrict_code' }) subdistrictCode!: string
  @Column('text') street!: string
  @Column('text') contact!: string
  @Column('text') phone!: string
  @Column('boolean', { name: 'is_active', default: true }) isActive!: boolean
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date
}

@Entity('demands')
export class DemandEntity {
  @PrimaryColumn('uuid') id!: string
  @Column('text') number!: string
  @Column('uuid', { name: 'buyer_id' }) buyerId!: string
  @Column('uuid', { name: 'delivery_point_id' }) deliveryPointId!: string
  @Column('uuid', { name: 'budget_line_id' }) budgetLineId!: string
  @Column('text') title!: string
  @Column('text') state!: DemandState
  @Column('boolean', { name: 'is_named', default: false }) isNamed!: boolean
  @Column('date', { name: 'cut_off_on' }) cutOffOn!: string
  @Column('int', { default: 1 }) version!: number
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy!: string | null
  /** The sheet that it came by. */
  @Column('uuid', { name: 'sheet_id', nullable: true }) sheetId!: string | null
  @Column('timestamptz', { name: 'opened_at' }) openedAt!: Date
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: Date | null
}

@Entity('demand_lines')
export class DemandLineEntity {
  @PrimaryColumn('uuid') id!: string
  @Column('uuid', { name: 'demand_id' }) demandId!: string
  @Column('int') position!: number
  @Column('uuid', { name: 'product_id', nullable: true }) productId!: string | null
  @Column('text', { name: 'category_code' }) categoryCode!: string
  @Column('bigint', { name: 'wanted_grams' }) wantedGrams!: number
  @Column('bigint', { name: 'minimum_grams' }) minimumGrams!: number
  @Column('text', { name: 'worst_grade' }) worstGrade!: string
  @Column('text', { array: true, default: '{}' }) labels!: string[]
  @Column('bigint', { name: 'max_landed_fen_per_kg' }) maxLandedFenPerKg!: number
  @Column('date', { name: 'deliver_from' }) deliverFrom!: string
  @Column('date', { name: 'deliver_to' }) deliverTo!: string
  @Column('int', { name: 'min_shelf_days', default: 0 }) minShelfDays!: number
  @Column('boolean', { name: 'recognised_only' }) recognisedOnly!: boolean
  @Column('int', { name: 'share_cap_basis_points', default: 10_000 }) shareCapBasisPoints!: number
  @Column('uuid', { name: 'preferred_cooperative_ids', array: true, default: '{}' })
  preferredCooperativeIds!: string[]
  @Column('uuid', { name: 'blocked_cooperative_ids', array: true, default: '{}' })
  blockedCooperativeIds!: string[]
  @Column('int', { default: 1 }) version!: number
  @Column('timestamptz', { name: 'submitted_at' }) submittedAt!: Date
}
