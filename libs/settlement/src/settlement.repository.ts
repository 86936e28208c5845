import { Injectable } from '@nestjs/common'
import type { SettlementView } from '@weibao/contracts/settlement'
import { newId, type Id, type LocalDay } from '@weibao/kernel'
import { execute, notFound, row, rows, type Reader, type Tx } from '@weibao/platform'
import { Earning, Payout, Settlement } from './settlement.entity.js'

export interface SettlementFilter {
  readonly cooperativeId?: Id
  readonly state?: string | undefined
  readonly period?: string | undefined
  readonly before: Id | null
  readonly limit: number
}

/** What is payable to a cooperative and not yet in a settlement. */
export interface Payable {
  readonly cooperativeId: Id
  readonly cooperativeNameZh: string
  readonly cooperativeNameEn: string
  readonly earningIds: readonly Id[]
  readonly goodsFen: number
  readonly freightFen: number
  readonly commissionFen: number
  readonly amountFen: number
}

export interface EarningsBalance {
  readonly heldFen: number
  readonly payableFen: number
  readonly settledFen: number
  readonly paidFen: number
}

type EarningRow = Earning & { settlementNumber: string | null }
type SettlementRow = Settlement & { payout: PayoutJson | null }
type PayoutJson = Omit<NonNullable<SettlementView['payout']>, 'accountMasked'> & {
  accountTail: string
}

const EARNING_COLUMNS = `e.id, e.kind, e.order_id as "orderId", e.order_number as "orderNumber", e.goods_fen as "goodsFen",
  e.freight_fen as "freightFen", e.commission_fen as "commissionFen", e.amount_fen as "amountFen",
  e.earned_at as "earnedAt", e.payable_from as "payableFrom"`

const SETTLEMENT_COLUMNS = `s.id, s.number, s.cooperative_id as "cooperativeId", s.cooperative_name_zh as "cooperativeNameZh",
  s.cooperative_name_en as "cooperativeNameEn", s.period, s.state, s.earning_count as "earningCount",
  s.goods_fen as "goodsFen", s.freight_fen as "freightFen", s.commission_fen as "commissionFen",
  s.amount_fen as "amountFen", s.closed_at as "closedAt", s.closed_by as "closedBy",
  (select jsonb_build_object('id', p.id, 'state', p.state, 'fileNumber', p.file_number, 'accountTail', p.account_tail,
     'bankReference', p.bank_reference, 'sentAt', to_char(p.sent_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
     'settledAt', to_char(p.settled_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
   from payouts p where p.settlement_id = s.id order by p.id desc limit 1) as payout`

/** All SQL about earnings, settlements and payouts. */
@Injectable()
export class SettlementRepository {
  async insertEarning(tx: Tx, earning: Earning): Promise<void> {
    await tx.getRepository(Earning).insert(earning)
  }

  listEarnings(
    reader: Reader,
    cooperativeId: Id,
    before: Id | null,
    limit: number,
  ): Promise<EarningRow[]> {
    return rows<EarningRow>(
      reader,
      `select ${EARNING_COLUMNS}, s.number as "settlementNumber"
       from earnings e left join settlement_earnings l on l.earning_id = e.id left join settlements s on s.id = l.settlement_id
       where e.cooperative_id = $1 and ($2::uuid is null or e.id < $2) order by e.id desc limit $3`,
      [cooperativeId, before, limit],
    )
  }

  earningsOf(reader: Reader, settlementId: Id): Promise<EarningRow[]> {
    return rows<EarningRow>(
      reader,
      `select ${EARNING_COLUMNS}, s.number as "settlementNumber"
       from settlement_earnings l join earnings e on e.id = l.earning_id join settlements s on s.id = l.settlement_id
       where l.settlement_id = $1 order by e.id`,
      [settlementId],
    )
  }

  async balance(reader: Reader, cooperativeId: Id, today: LocalDay): Promise<EarningsBalance> {
    const found = await row<EarningsBalance>(
      reader,
      `select
         coalesce(sum(e.amount_fen) filter (where s.id is null and e.payable_from > $2), 0)::bigint as "heldFen",
         coalesce(sum(e.amount_fen) filter (where s.id is null and e.payable_from <= $2), 0)::bigint as "payableFen",
         coalesce(sum(e.amount_fen) filter (where s.state in ('closed', 'payable')), 0)::bigint as "settledFen",
         coalesce(sum(e.amount_fen) filter (where s.state = 'paid'), 0)::bigint as "paidFen"
       from earnings e left join settlement_earnings l on l.earning_id = e.id left join settlements s on s.id = l.settlement_id
       where e.cooperative_id = $1`,
      [cooperativeId, today],
    )
    return found!
  }

  /** One run at a time: two could settle the same earning, and the second would fail on it. */
  async lockRuns(tx: Tx): Promise<void> {
    await tx.query('select pg_advisory_xact_lock(7302)')
  }

  /**
   * What is payable by the end of a month, by cooperative. Who has a settlement for the month, or no
   * more than zero to get, waits for the next.
   */
  payables(tx: Tx, lastDay: LocalDay, period: string): Promise<Payable[]> {
    return rows<Payable>(
      tx,
      `select e.cooperative_id as "cooperativeId",
         (array_agg(e.cooperative_name_zh order by e.id desc))[1] as "cooperativeNameZh",
         (array_agg(e.cooperative_name_en order by e.id desc))[1] as "cooperativeNameEn",
         array_agg(e.id order by e.id) as "earningIds", sum(e.goods_fen)::bigint as "goodsFen",
         sum(e.freight_fen)::bigint as "freightFen", sum(e.commission_fen)::bigint as "commissionFen",
         sum(e.amount_fen)::bigint as "amountFen"
       from earnings e
       where e.payable_from <= $1 and not exists (select from settlement_earnings l where l.earning_id = e.id)
         and not exists (select from settlements s where s.cooperative_id = e.cooperative_id and s.period = $2)
       group by e.cooperative_id having sum(e.amount_fen) > 0 order by e.cooperative_id`,
      [lastDay, period],
    )
  }

  async insertSettlement(tx: Tx, settlement: Settlement, earningIds: readonly Id[]): Promise<void> {
    await tx.getRepository(Settlement).insert(settlement)
    await execute(
      tx,
      `insert into settlement_earnings (earning_id, settlement_id) select id, $2 from unnest($1::uuid[]) as t(id) returning earning_id`,
      [earningIds, settlement.id],
    )
  }

  list(reader: Reader, filter: SettlementFilter): Promise<SettlementRow[]> {
    return rows<SettlementRow>(
      reader,
      `select ${SETTLEMENT_COLUMNS} from settlements s
       where ($1::uuid is null or s.cooperative_id = $1) and ($2::text is null or s.state = $2)
         and ($3::text is null or s.period = $3) and ($4::uuid is null or s.id < $4)
       order by s.id desc limit $5`,
      [
        filter.cooperativeId ?? null,
        filter.state ?? null,
        filter.period ?? null,
        filter.before,
        filter.limit,
      ],
    )
  }

  async get(reader: Reader, id: Id): Promise<SettlementRow> {
    const found = await row<SettlementRow>(
      reader,
      `select ${SETTLEMENT_COLUMNS} from settlements s where s.id = $1`,
      [id],
    )
    if (!found) throw notFound()
    return found
  }

  /** Settlements in id order, locked. Those that do not exist are left out. */
  lock(tx: Tx, ids: readonly Id[]): Promise<SettlementRow[]> {
    return rows<SettlementRow>(
      tx,
      `select ${SETTLEMENT_COLUMNS} from settlements s where s.id = any($1) order by s.id for update of s`,
      [ids],
    )
  }

  async setState(tx: Tx, id: Id, state: string): Promise<void> {
    await execute(tx, 'update settlements set state = $2 where id = $1', [id, state])
  }

  async insertPayouts(tx: Tx, payouts: readonly Omit<Payout, 'id'>[]): Promise<void> {
    await tx.getRepository(Payout).insert(payouts.map((payout) => ({ id: newId(), ...payout })))
  }

  async getPayoutForUpdate(tx: Tx, id: Id): Promise<Payout> {
    const found = await tx
      .getRepository(Payout)
      .findOne({ where: { id }, lock: { mode: 'pessimistic_write' } })
    if (!found) throw notFound()
    return found
  }

  async savePayout(tx: Tx, payout: Payout): Promise<void> {
    await tx.getRepository(Payout).save(payout)
  }
}
