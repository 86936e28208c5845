import { Injectable } from '@nestjs/common'
import type { LedgerEntryFilter } from '@weibao/contracts/ledger'
import { newId, type Fen, type Id } from '@weibao/kernel'
import { execute, row, rows, type Reader, type Tx } from '@weibao/platform'
import type { AccountParts } from './chart.js'
import type { PostingLine } from './posting.js'

export interface TransactionHead {
  readonly id: Id
  readonly period: string
  readonly digest: string
  readonly reversesId: Id | null
  readonly reversedById: Id | null
}

export interface NewTransaction {
  readonly id: Id
  readonly kind: string
  readonly reference: string
  readonly digest: string
  readonly occurredAt: Date
  readonly now: Date
  readonly memo: string
  readonly authorId: Id | null
  readonly reversesId: Id | null
}

export interface EntryRow {
  readonly transactionId: Id
  readonly position: number
  readonly kind: string
  readonly reference: string
  readonly occurredAt: Date
  readonly bookedAt: Date
  readonly day: string
  readonly period: string
  readonly account: string
  readonly amountFen: number
  readonly orderId: Id | null
  readonly orderLineId: Id | null
  readonly paymentId: Id | null
  readonly refundId: Id | null
  readonly memo: string
  readonly authorId: Id | null
  readonly reversesId: Id | null
}

export interface AccountRow {
  readonly code: string
  readonly group: string
  readonly kind: 'asset' | 'liability' | 'income' | 'expense'
  readonly organisationId: Id | null
  readonly debitFen: number
  readonly creditFen: number
  readonly entries: number
}

const ENTRY = `select e.transaction_id as "transactionId", e.position, t.kind, t.reference,
    t.occurred_at as "occurredAt", t.booked_at as "bookedAt", t.local_day as day, t.period,
    a.code as account, e.amount_fen as "amountFen", e.order_id as "orderId",
    e.order_line_id as "orderLineId", e.payment_id as "paymentId", e.refund_id as "refundId",
    t.memo, t.author_id as "authorId", t.reverses_id as "reversesId"
  from ledger_entries e
  join ledger_transactions t on t.id = e.transaction_id
  join ledger_accounts a on a.id = e.account_id`

const FILTERS = {
  account: 'e.account_id = (select id from ledger_accounts where code = ?)',
  period: 't.period = ?',
  kind: 't.kind = ?',
  reference: 't.reference = ?',
  orderId: 'e.order_id = ?',
  orderLineId: 'e.order_line_id = ?',
  paymentId: 'e.payment_id = ?',
  refundId: 'e.refund_id = ?',
} as const satisfies Record<keyof LedgerEntryFilter, string>

/** All SQL about the ledger. Rows are only ever added. */
@Injectable()
export class LedgerRepository {
  /**
   * Adds a transaction, dated by when it occurred, or now where that month takes no more entries.
   * Null when the fact is booked already; it waits for another that books it just now.
   */
  async addTransaction(tx: Tx, transaction: NewTransaction): Promise<{ period: string } | null> {
    // A statement of its own: what follows must see a closing that this waited for.
    await execute(tx, 'select pg_advisory_xact_lock_shared(7301, period_key(shanghai_month($1)))', [
      transaction.occurredAt,
    ])
    return row(
      tx,
      `insert into ledger_transactions
         (id, kind, reference, digest, occurred_at, booked_at, local_day, period, memo, author_id, reverses_id)
       select $1, $2, $3, $4, $5, booked, shanghai_day(booked), shanghai_month(booked), $7, $8, $9
         from (select case when exists (select from periods
                                         where month = shanghai_month($5) and state <> 'open')
                           then greatest($6::timestamptz, $5) else $5::timestamptz end) as dated(booked)
       on conflict (kind, reference) do nothing
       returning period`,
      [
        transaction.id,
        transaction.kind,
        transaction.reference,
        transaction.digest,
        transaction.occurredAt,
        transaction.now,
        transaction.memo,
        transaction.authorId,
        transaction.reversesId,
      ],
    )
  }

  find(reader: Reader, kind: string, reference: string): Promise<TransactionHead | null> {
    return row(
      reader,
      `select t.id, t.period, t.digest, t.reverses_id as "reversesId", r.id as "reversedById"
         from ledger_transactions t left join ledger_transactions r on r.reverses_id = t.id
        where t.kind = $1 and t.reference = $2`,
      [kind, reference],
    )
  }

  /** Makes the accounts that do not exist yet, in the order of their codes. */
  async ensureAccounts(tx: Tx, accounts: readonly AccountParts[]): Promise<void> {
    if (accounts.length === 0) return
    const sorted = [...accounts].sort((a, b) => (a.code < b.code ? -1 : 1))
    await execute(
      tx,
      `insert into ledger_accounts (id, code, account_group, kind, organisation_id)
       select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::uuid[])
         as t(id, code, account_group, kind, organisation_id)
        where not exists (select from ledger_accounts a where a.code = t.code)
       on conflict (code) do nothing`,
      [
        sorted.map(() => newId()),
        sorted.map((account) => account.code),
        sorted.map((account) => account.group),
        sorted.map((account) => account.kind),
        sorted.map((account) => account.organisationId),
      ],
    )
  }

  async addEntries(tx: Tx, transactionId: Id, lines: readonly PostingLine[]): Promise<void> {
    await execute(
      tx,
      `insert into ledger_entries
         (transaction_id, position, account_id, amount_fen, order_id, order_line_id, payment_id, refund_id)
       select $1, position, a.id, amount_fen, order_id, order_line_id, payment_id, refund_id
         from unnest($2::text[], $3::bigint[], $4::uuid[], $5::uuid[], $6::uuid[], $7::uuid[]) with ordinality
           as t(code, amount_fen, order_id, order_line_id, payment_id, refund_id, position)
         left join ledger_accounts a on a.code = t.code`,
      [
        transactionId,
        lines.map((line) => line.account),
        lines.map((line) => line.amountFen),
        lines.map((line) => line.orderId ?? null),
        lines.map((line) => line.orderLineId ?? null),
        lines.map((line) => line.paymentId ?? null),
        lines.map((line) => line.refundId ?? null),
      ],
    )
  }

  /** Writes the exact negative of another transaction's entries. */
  async addNegatives(tx: Tx, transactionId: Id, originalId: Id): Promise<void> {
    await execute(
      tx,
      `insert into ledger_entries
         (transaction_id, position, account_id, amount_fen, order_id, order_line_id, payment_id, refund_id)
       select $1, position, account_id, -amount_fen, order_id, order_line_id, payment_id, refund_id
         from ledger_entries where transaction_id = $2`,
      [transactionId, originalId],
    )
  }

  /**
   * One index-only range of the account: 55 ms for an account of 250,000 entries, 8 ms for one of
   * 8,000, in a ledger of a million. Running totals would make every posting to an account wait for
   * the one before it; they wait until this is too slow.
   */
  async balance(reader: Reader, code: string): Promise<Fen> {
    const found = await row<{ balance: Fen }>(
      reader,
      `select coalesce(sum(amount_fen), 0)::bigint as balance from ledger_entries
        where account_id = (select id from ledger_accounts where code = $1)`,
      [code],
    )
    return found!.balance
  }

  accounts(reader: Reader, period: string | null): Promise<AccountRow[]> {
    return rows(
      reader,
      `select a.code, a.account_group as "group", a.kind, a.organisation_id as "organisationId",
         coalesce(s.debit, 0)::bigint as "debitFen", coalesce(s.credit, 0)::bigint as "creditFen",
         coalesce(s.entries, 0) as entries
       from ledger_accounts a
       left join (
         select e.account_id, count(*) as entries,
           sum(e.amount_fen) filter (where e.amount_fen > 0) as debit,
           -sum(e.amount_fen) filter (where e.amount_fen < 0) as credit
         from ledger_entries e
         ${period === null ? '' : 'join ledger_transactions t on t.id = e.transaction_id and t.period = $1'}
         group by e.account_id
       ) s on s.account_id = a.id
       order by a.code`,
      period === null ? [] : [period],
    )
  }

  /** Newest first; `limit` rows below the given place. */
  entries(
    reader: Reader,
    filter: LedgerEntryFilter,
    below: readonly [Id, number] | null,
    limit: number,
  ): Promise<EntryRow[]> {
    const parameters: unknown[] = []
    const bind = (value: unknown) => `$${parameters.push(value)}`
    const where = Object.entries(FILTERS).flatMap(([key, condition]) => {
      const value = filter[key as keyof typeof FILTERS]
      return value === undefined ? [] : [condition.replace('?', bind(value))]
    })
    if (below)
      where.push(
        `e.transaction_id <= ${bind(below[0])} and (e.transaction_id < ${bind(below[0])} or e.position > ${bind(below[1])})`,
      )
    return rows(
      reader,
      `${ENTRY} ${where.length ? `where ${where.join(' and ')}` : ''}
       order by e.transaction_id desc, e.position limit ${bind(limit)}`,
      parameters,
    )
  }

  ofTransaction(reader: Reader, id: Id): Promise<EntryRow[]> {
    return rows(reader, `${ENTRY} where e.transaction_id = $1 order by e.position`, [id])
  }

  reversalOf(reader: Reader, id: Id): Promise<{ id: Id } | null> {
    return row(reader, 'select id from ledger_transactions where reverses_id = $1', [id])
  }
}
