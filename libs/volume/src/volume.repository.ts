import { Injectable } from '@nestjs/common'
import type { VolumeStage } from '@weibao/contracts/volume'
import type { Id } from '@weibao/kernel'
import { execute, row, rows, type Reader, type Tx } from '@weibao/platform'
import type { Judgement } from './judge.js'
import type { LineFacts } from './line-facts.js'

export interface Counted {
  readonly id: Id
  readonly counted: boolean
  readonly reasons: readonly string[]
  readonly ruleVersion: number
  readonly period: string
}

export interface NetOfStage {
  readonly stage: VolumeStage
  /** The count of the stage that corrections name: the latest. */
  readonly countId: Id
  readonly goodsFen: number
  readonly freightFen: number
  readonly packingFen: number
  readonly subsidyFen: number
  readonly quantity: number
  readonly massGrams: number
}

interface Amounts {
  readonly goodsFen: number
  readonly freightFen: number
  readonly packingFen: number
  readonly subsidyFen: number
  readonly quantity: number
  readonly massGrams: number
}

interface Correction {
  readonly id: Id
  readonly kind: 'reversal' | 'adjustment'
  readonly reference: string
  readonly correctsId: Id
  readonly amounts: Amounts
  readonly occurredAt: Date
  readonly now: Date
  readonly refundId: Id | null
  readonly reason: string
  readonly authorId: Id | null
  readonly approverId: Id | null
}

const RESULT = `id, counted, scope_reasons as reasons, rule_version as "ruleVersion", period`

/** All SQL about volume entries. Rows are only ever added. */
@Injectable()
export class VolumeRepository {
  /**
   * Takes what the guards of an insert will take, in a statement of its own, so that what is read
   * next is what the insert will meet: the month cannot close, no other correction of the line.
   */
  async lock(tx: Tx, occurredAt: Date, orderLineId: Id | null): Promise<void> {
    await execute(
      tx,
      `select pg_advisory_xact_lock_shared(7301, period_key(shanghai_month($1))),
         case when $2::uuid is not null
           then pg_advisory_xact_lock(hashtextextended('volume:' || $2::uuid, 7302)) end`,
      [occurredAt, orderLineId],
    )
  }

  /** Adds a count; null when this stage of the line is counted already under the reference. */
  addCount(
    tx: Tx,
    entry: {
      readonly id: Id
      readonly stage: VolumeStage
      readonly facts: LineFacts
      readonly digest: string
      readonly judgement: Judgement
      readonly ruleVersion: number
      readonly now: Date
    },
  ): Promise<Counted | null> {
    const { facts } = entry
    return row(
      tx,
      `insert into volume_entries (
         id, stage, kind, reference, digest, order_line_id, order_id, order_number,
         cooperative_id, cooperative_name_zh, cooperative_name_en, product_id, product_name_zh, product_name_en,
         township, category, buyer_kind, buyer_organisation_id, buyer_person_id, subdistrict_code,
         channel, purchase_kind, attribution, evidence_grade,
         goods_fen, freight_fen, packing_fen, subsidy_fen, quantity, mass_grams,
         counted, scope_reasons, rule_version, occurred_at, booked_at, local_day, period)
       select $1, $2, 'count', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
         $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, booked, shanghai_day(booked), shanghai_month(booked)
         from (select case when exists (select from periods where month = shanghai_month($33) and state <> 'open')
                           then greatest($34::timestamptz, $33) else $33::timestamptz end) as dated(booked)
       on conflict (order_line_id, stage, kind, reference) do nothing
       returning ${RESULT}`,
      [
        entry.id,
        entry.stage,
        facts.reference ?? facts.orderLineId,
        entry.digest,
        facts.orderLineId,
        facts.orderId,
        facts.orderNumber,
        facts.cooperative.id,
        facts.cooperative.name.zh,
        facts.cooperative.name.en,
        facts.product.id,
        facts.product.name.zh,
        facts.product.name.en,
        facts.township,
        facts.category,
        facts.buyer.kind,
        facts.buyer.organisationId,
        facts.buyer.personId,
        facts.buyer.subdistrictCode,
        facts.channel,
        facts.purchaseKind,
        facts.attribution,
        facts.evidenceGrade ?? 'A',
        facts.goodsFen,
        facts.freightFen ?? 0,
        facts.packingFen ?? 0,
        facts.subsidyFen ?? 0,
        facts.quantity,
        facts.massGrams,
        entry.judgement.counted,
        entry.judgement.reasons,
        entry.ruleVersion,
        facts.occurredAt,
        entry.now,
      ],
    )
  }

  findCount(
    reader: Reader,
    orderLineId: Id,
    stage: VolumeStage,
    reference: string,
  ): Promise<(Counted & { readonly digest: string }) | null> {
    return row(
      reader,
      `select ${RESULT}, digest from volume_entries
        where order_line_id = $1 and stage = $2 and kind = 'count' and reference = $3`,
      [orderLineId, stage, reference],
    )
  }

  /** What stands of a line in each stage that was counted, adjustments aside. */
  nets(reader: Reader, orderLineId: Id, stages: readonly VolumeStage[]): Promise<NetOfStage[]> {
    return rows(
      reader,
      `select stage,
         (array_agg(id order by id desc) filter (where kind = 'count'))[1] as "countId",
         sum(goods_fen)::bigint as "goodsFen", sum(freight_fen)::bigint as "freightFen",
         sum(packing_fen)::bigint as "packingFen", sum(subsidy_fen)::bigint as "subsidyFen",
         sum(quantity) as quantity, sum(mass_grams)::bigint as "massGrams"
       from volume_entries where order_line_id = $1 and stage = any($2) and kind <> 'adjustment'
       group by stage order by stage`,
      [orderLineId, stages],
    )
  }

  reversals(reader: Reader, orderLineId: Id, refundId: Id): Promise<ReversedStage[]> {
    return rows(
      reader,
      `select stage, -goods_fen as "goodsFen" from volume_entries
        where order_line_id = $1 and kind = 'reversal' and reference = $2 order by stage`,
      [orderLineId, refundId],
    )
  }

  /**
   * Adds a correction of an entry. What it is of, and whether it counts, is inherited, so that a
   * reversal takes away exactly from where the count went.
   */
  async addCorrection(tx: Tx, correction: Correction): Promise<void> {
    const blocking = correction.kind === 'adjustment' ? `= 'closed'` : `<> 'open'`
    await execute(
      tx,
      `insert into volume_entries (
         id, stage, kind, reference, corrects_id, digest, order_line_id, order_id, order_number,
         cooperative_id, cooperative_name_zh, cooperative_name_en, product_id, product_name_zh, product_name_en,
         township, category, buyer_kind, buyer_organisation_id, buyer_person_id, subdistrict_code,
         channel, purchase_kind, attribution, evidence_grade,
         goods_fen, freight_fen, packing_fen, subsidy_fen, quantity, mass_grams,
         counted, scope_reasons, rule_version, occurred_at, booked_at, local_day, period,
         refund_id, reason, author_id, approver_id)
       select $1, stage, $2, $3, id, digest, order_line_id, order_id, order_number,
         cooperative_id, cooperative_name_zh, cooperative_name_en, product_id, product_name_zh, product_name_en,
         township, category, buyer_kind, buyer_organisation_id, buyer_person_id, subdistrict_code,
         channel, purchase_kind, attribution, evidence_grade,
         $5, $6, $7, $8, $9, $10, counted, scope_reasons, rule_version, $11::timestamptz, dated.booked, shanghai_day(dated.booked),
         shanghai_month(dated.booked), $13, $14, $15, $16
         from volume_entries,
           (select case when exists (select from periods where month = shanghai_month($11) and state ${blocking})
                        then greatest($12::timestamptz, $11) else $11::timestamptz end) as dated(booked)
        where id = $4`,
      [
        correction.id,
        correction.kind,
        correction.reference,
        correction.correctsId,
        correction.amounts.goodsFen,
        correction.amounts.freightFen,
        correction.amounts.packingFen,
        correction.amounts.subsidyFen,
        correction.amounts.quantity,
        correction.amounts.massGrams,
        correction.occurredAt,
        correction.now,
        correction.refundId,
        correction.reason,
        correction.authorId,
        correction.approverId,
      ],
    )
  }
}

export interface ReversedStage {
  readonly stage: VolumeStage
  readonly goodsFen: number
}
