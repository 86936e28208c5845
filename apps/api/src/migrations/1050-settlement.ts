import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Earnings (append-only), settlements that name them, payout accounts, payouts. */
export class Settlement1780000001050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table earnings (
        id uuid primary key,
        kind text not null,
        reference text not null,
        cooperative_id uuid not null,
        cooperative_name_zh text not null,
        cooperative_name_en text not null,
        order_id uuid not null,
        order_number text not null,
        goods_fen bigint not null,
        freight_fen bigint not null,
        commission_fen bigint not null,
        amount_fen bigint not null,
        earned_at timestamptz not null,
        payable_from date not null,
        constraint earnings_fact_once unique (kind, reference),
        constraint earnings_kind_known check (kind in ('delivery', 'refund')),
        constraint earnings_amount check (amount_fen = goods_fen + freight_fen - commission_fen)
      );
      create index earnings_cooperative on earnings (cooperative_id, id desc);
      create index earnings_payable on earnings (payable_from, cooperative_id);
      create trigger earnings_append_only before update or delete on earnings
        for each row execute function refuse_change();
      create trigger earnings_never_emptied before truncate on earnings
        for each statement execute function refuse_change();

      create table settlements (
        id uuid primary key,
        number text not null,
        cooperative_id uuid not null,
        cooperative_name_zh text not null,
        cooperative_name_en text not null,
        period text not null,
        state text not null default 'closed',
        earning_count integer not null,
        goods_fen bigint not null,
        freight_fen bigint not null,
        commission_fen bigint not null,
        amount_fen bigint not null,
        closed_at timestamptz not null,
        closed_by uuid not null,
        constraint settlements_number_once unique (number),
        constraint settlements_period_once unique (cooperative_id, period),
        constraint settlements_state_known check (state in ('closed', 'payable', 'paid')),
        constraint settlements_amount check (amount_fen = goods_fen + freight_fen - commission_fen and amount_fen > 0),
        constraint settlements_count check (earning_count > 0)
      );
      create index settlements_state on settlements (state, id desc);

      create table settlement_earnings (
        earning_id uuid primary key references earnings (id),
        settlement_id uuid not null references settlements (id)
      );
      create index settlement_earnings_settlement on settlement_earnings (settlement_id);
      create trigger settlement_earnings_append_only before update or delete on settlement_earnings
        for each row execute function refuse_change();

      create table payout_accounts (
        cooperative_id uuid primary key,
        holder text not null,
        bank text not null,
        number_sealed bytea not null,
        number_tail text not null,
        updated_by uuid not null,
        updated_at timestamptz not null,
        constraint payout_accounts_tail check (number_tail ~ '^[0-9]{4}$')
      );

      create table payouts (
        id uuid primary key,
        settlement_id uuid not null references settlements (id),
        file_number text not null,
        amount_fen bigint not null,
        account_tail text not null,
        state text not null default 'sent',
        bank_reference text,
        reason text,
        proposed_by uuid not null,
        decided_by uuid,
        sent_at timestamptz not null,
        settled_at timestamptz,
        constraint payouts_amount_positive check (amount_fen > 0),
        constraint payouts_state_known check (state in ('sent', 'paid', 'returned')),
        constraint payouts_by_two check (decided_by is null or decided_by <> proposed_by or state = 'returned'),
        constraint payouts_reference_once unique (bank_reference),
        constraint payouts_paid_has_reference check (state <> 'paid' or bank_reference is not null)
      );
      create unique index payouts_live_once on payouts (settlement_id) where state <> 'returned';
    `)
    await runner.query(`
      do $$ begin
        if exists (select from pg_roles where rolname = 'weibao_app') then
          revoke update, delete, truncate on earnings, settlement_earnings from weibao_app;
        end if;
      end $$;
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
