import type { AllocationState } from '@weibao/contracts/allocation'
import type { RoundState } from '@weibao/contracts/round'
import { Column, Entity, PrimaryColumn } from 'typeorm'

@Entity('rounds')
export class Round {
  @PrimaryColumn('uuid') id!: string
  @Column('text') number!: string
  @Column('text', { default: 'queued' }) state!: RoundState
  @Column('text', { nullable: true }) phase!: string | null
  @Column('text') cause!: string
  @Column('date', { name: 'scheduled_on', nullable: true }) scheduledOn!: string | null
  @Column('uuid', { name: 'requested_by', nullable: true }) requestedBy!: string | null
  @Column('uuid', { name: 'ended_by', nullable: true }) endedBy!: string | null
  @Column('timestamptz', { name: 'queued_at' }) queuedAt!: Date
  @Column('timestamptz', { name: 'started_at', nullable: true }) startedAt!: Date | null
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: Date | null
  @Column('bigint', { name: 'fencing_token', default: 0 }) fencingToken!: number
  @Column('timestamptz', { name: 'leased_until', nullable: true }) leasedUntil!: Date | null
  @Column('int', { default: 0 }) progress!: number
  @Column('text', { name: 'engine_version', nullable: true }) engineVersion!: string | null
  @Column('text', { name: 'input_digest', nullable: true }) inputDigest!: string | null
  @Column('text', { name: 'result_digest', nullable: true }) resultDigest!: string | null
  @Column('int', { name: 'lot_count', nullable: true }) lotCount!: number | null
  @Column('int', { name: 'line_count', nullable: true }) lineCount!: number | null
  @Column('int', { name: 'matched_line_count', nullable: true }) matchedLineCount!: number | null
  @Column('int', { name: 'allocation_count', nullable: true }) allocationCount!: number | null
  @Column('bigint', { name: 'wanted_grams', nullable: true }) wantedGrams!: number | null
  @Column('bigint', { name: 'volume_grams', nullable: true }) volumeGrams!: number | null
  @Column('bigint', { name: 'bound_grams', nullable: true }) boundGrams!: number | null
  @Column('bigint', { name: 'flow_bound_grams', nullable: true }) flowBoundGrams!: number | null
  @Column('int', { name: 'quantum_grams', nullable: true }) quantumGrams!: number | null
  @Column('bigint', { nullable: true }) points!: number | null
  @Column('bigint', { name: 'goods_fen', nullable: true }) goodsFen!: number | null
  @Column('bigint', { name: 'freight_fen', nullable: true }) freightFen!: number | null
  @Column('bigint', { name: 'taken_grams', nullable: true }) takenGrams!: number | null
  @Column('text', { nullable: true }) failure!: string | null
}

@Entity('round_files')
export class RoundFile {
  @PrimaryColumn('uuid', { name: 'round_id' }) roundId!: string
  @PrimaryColumn('text') kind!: string
  @Column('text') digest!: string
  @Column('int', { name: 'byte_count' }) byteCount!: number
  @Column('bytea') packed!: Buffer
  @Column('timestamptz', { name: 'written_at' }) writtenAt!: Date
}

@Entity('round_cooperatives')
export class RoundCooperative {
  @PrimaryColumn('uuid', { name: 'round_id' }) roundId!: string
  @PrimaryColumn('uuid', { name: 'cooperative_id' }) cooperativeId!: string
  @Column('bigint', { name: 'offered_grams' }) offeredGrams!: number
  @Column('bigint', { name: 'open_grams' }) openGrams!: number
  @Column('bigint', { name: 'placed_grams' }) placedGrams!: number
  @Column('bigint', { name: 'matched_grams' }) matchedGrams!: number
}

@Entity('round_changes')
export class RoundChange {
  @PrimaryColumn('uuid') id!: string
  @Column('uuid', { name: 'round_id' }) roundId!: string
  @Column('uuid', { name: 'demand_line_id' }) demandLineId!: string
  @Column('uuid', { name: 'lot_id' }) lotId!: string
  @Column('int', { name: 'proposed_packages' }) proposedPackages!: number
  @Column('int', { name: 'taken_packages' }) takenPackages!: number
  @Column('text') cause!: string
  @Column('timestamptz', { name: 'noticed_at' }) noticedAt!: Date
}

@Entity('tickets')
export class TicketEntry {
  @PrimaryColumn('uuid') id!: string
  @Column('uuid', { name: 'round_id' }) roundId!: string
  @Column('uuid', { name: 'demand_line_id' }) demandLineId!: string
  @Column('int', { default: 1 }) attempt!: number
  @Column('uuid', { name: 'demand_id' }) demandId!: string
  @Column('text', { name: 'demand_number' }) demandNumber!: string
  @Column('uuid', { name: 'buyer_id' }) buyerId!: string
  @Column('uuid', { name: 'product_id', nullable: true }) productId!: string | null
  @Column('text', { name: 'category_code' }) categoryCode!: string
  @Column('text', { name: 'subdistrict_code', nullable: true }) subdistrictCode!: string | null
  @Column('text') reason!: string
  @Column('bigint', { name: 'wanted_grams' }) wantedGrams!: number
  @Column('bigint', { name: 'matched_grams' }) matchedGrams!: number
  @Column('jsonb') parts!: unknown
  @Column('jsonb', { nullable: true }) flip!: unknown | null
  @Column('int', { name: 'lots_of_goods' }) lotsOfGoods!: number
  @Column('timestamptz', { name: 'written_at' }) writtenAt!: Date
}

@Entity('allocations')
export class Allocation {
  @PrimaryColumn('uuid') id!: string
  @Column('text') number!: string
  @Column('uuid', { name: 'round_id' }) roundId!: string
  @Column('int', { default: 1 }) attempt!: number
  @Column('uuid', { name: 'follows_id', nullable: true }) followsId!: string | null
  @Column('uuid', { name: 'demand_line_id' }) demandLineId!: string
  @Column('uuid', { name: 'demand_id' }) demandId!: string
  @Column('text', { name: 'demand_number' }) demandNumber!: string
  @Column('uuid', { name: 'buyer_id' }) buyerId!: string
  @Column('uuid', { name: 'budget_line_id', nullable: true }) budgetLineId!: string | null
  @Column('text') channel!: string
  @Column('text') destination!: string
  @Column('text', { name: 'subdistrict_code', nullable: true }) subdistrictCode!: string | null
  @Column('uuid', { name: 'lot_id' }) lotId!: string
  @Column('uuid', { name: 'sku_id' }) skuId!: string
  @Column('uuid', { name: 'product_id' }) productId!: string
  @Column('uuid', { name: 'cooperative_id' }) cooperativeId!: string
  @Column('text', { name: 'township_code' }) townshipCode!: string
  @Column('text', { name: 'category_code' }) categoryCode!: string
  @Column('int') packages!: number
  @Column('int', { name: 'pack_grams' }) packGrams!: number
  @Column('bigint', { name: 'mass_grams' }) massGrams!: number
  @Column('bigint', { name: 'unit_price_fen' }) unitPriceFen!: number
  @Column('bigint', { name: 'goods_fen' }) goodsFen!: number
  @Column('bigint', { name: 'freight_fen' }) freightFen!: number
  @Column('date', { name: 'leaves_on' }) leavesOn!: string
  @Column('date', { name: 'arrives_on' }) arrivesOn!: string
  @Column('text', { default: 'proposed' }) state!: AllocationState
  @Column('text', { name: 'declined_by', nullable: true }) declinedBy!: string | null
  @Column('timestamptz', { name: 'answer_by' }) answerBy!: Date
  @Column('timestamptz', { name: 'confirm_by', nullable: true }) confirmBy!: Date | null
  /** Until when the buyer may order what is confirmed. */
  @Column('timestamptz', { name: 'order_by', nullable: true }) orderBy!: Date | null
  @Column('timestamptz', { name: 'proposed_at' }) proposedAt!: Date
  @Column('timestamptz', { name: 'accepted_at', nullable: true }) acceptedAt!: Date | null
  @Column('uuid', { name: 'accepted_by', nullable: true }) acceptedBy!: string | null
  /** Who approved first what is above its budget line's limit. */
  @Column('timestamptz', { name: 'first_approved_at', nullable: true })
  firstApprovedAt!: Date | null
  @Column('uuid', { name: 'first_approved_by', nullable: true }) firstApprovedBy!: string | null
  /** The limit that it was accepted under. */
  @Column('bigint', { name: 'approval_limit_fen', nullable: true })
  approvalLimitFen!: number | null
  @Column('timestamptz', { name: 'confirmed_at', nullable: true }) confirmedAt!: Date | null
  @Column('uuid', { name: 'confirmed_by', nullable: true }) confirmedBy!: string | null
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: Date | null
  @Column('text', { default: '' }) reason!: string
  /** What it became, once ordered. */
  @Column('uuid', { name: 'order_id', nullable: true }) orderId!: string | null
  @Column('int', { default: 1 }) version!: number
}

@Entity('allocation_moves')
export class AllocationMove {
  @PrimaryColumn('uuid') id!: string
  @Column('uuid', { name: 'allocation_id' }) allocationId!: string
  @Column('text', { name: 'from_state', nullable: true }) fromState!: string | null
  @Column('text', { name: 'to_state' }) toState!: string
  @Column('uuid', { name: 'person_id', nullable: true }) personId!: string | null
  @Column('text', { default: '' }) reason!: string
  @Column('timestamptz', { name: 'made_at' }) madeAt!: Date
}
