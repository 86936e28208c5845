import type { MigrationInterface, QueryRunner } from 'typeorm'

/** After-sale cases, what they take of each order line, their photographs, goods returned, and events. */
export class AfterSales1780000001030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table after_sale_cases (
        id uuid primary key,
        number text not null,
        order_id uuid not null references orders (id),
        order_number text not null,
        cooperative_id uuid not null,
        cooperative_name_zh text not null,
        cooperative_name_en text not null,
        person_id uuid,
        guest_key text,
        kind text not null,
        reason text not null,
        state text not null default 'opened',
        text text not null,
        requested_goods_fen bigint not null,
        requested_freight_fen bigint not null,
        answer text,
        answer_fen bigint,
        answer_reason text not null default '',
        answered_by uuid,
        appeal text not null default '',
        decision_fen bigint,
        decision_reason text not null default '',
        decided_by uuid,
        agreed_fen bigint,
        deadline timestamptz,
        return_courier text,
        return_tracking text,
        return_sent_at timestamptz,
        is_after_acceptance boolean,
        refund_id uuid,
        settled_at timestamptz,
        opened_at timestamptz not null,
        updated_at timestamptz not null,
        constraint after_sale_cases_number_once unique (number),
        constraint after_sale_cases_refund_once unique (refund_id),
        constraint after_sale_cases_one_owner check ((person_id is null) <> (guest_key is null)),
        constraint after_sale_cases_kind_known check (kind in ('refund-only', 'return-and-refund')),
        constraint after_sale_cases_reason_known check (reason in ('damaged', 'spoilt', 'short', 'wrong', 'not-as-described', 'no-reason')),
        constraint after_sale_cases_kind_fits check ((reason <> 'no-reason' or kind = 'return-and-refund')
          and (reason <> 'short' or kind = 'refund-only')),
        constraint after_sale_cases_state_known check (state in ('opened', 'answered', 'refereed', 'agreed', 'returning', 'settled', 'closed', 'withdrawn')),
        constraint after_sale_cases_requested check (requested_goods_fen > 0 and requested_freight_fen >= 0),
        constraint after_sale_cases_answer check ((answer is null) = (answer_fen is null) and (answer is null
          or answer = 'agreed' and answer_fen = requested_goods_fen + requested_freight_fen
          or answer = 'reduced' and answer_fen between 1 and requested_goods_fen + requested_freight_fen - 1
          or answer = 'refused' and answer_fen = 0)),
        constraint after_sale_cases_decision check ((decision_fen is null) = (decided_by is null)
          and (decision_fen is null or decision_fen between 0 and requested_goods_fen + requested_freight_fen)),
        constraint after_sale_cases_referee_apart check (decided_by is null
          or decided_by is distinct from answered_by and decided_by is distinct from person_id),
        constraint after_sale_cases_agreed check (agreed_fen between 1 and requested_goods_fen + requested_freight_fen
          and (state not in ('agreed', 'returning', 'settled') or agreed_fen is not null)),
        constraint after_sale_cases_parcel_whole check ((return_sent_at is null) = (return_tracking is null)
          and (return_sent_at is null) = (return_courier is null)),
        constraint after_sale_cases_settled_whole check ((state = 'settled') = (settled_at is not null)
          and (state = 'settled') = (refund_id is not null) and (state = 'settled') = (is_after_acceptance is not null))
      );
      create index after_sale_cases_order on after_sale_cases (order_id);
      create index after_sale_cases_person on after_sale_cases (person_id, id desc) where person_id is not null;
      create index after_sale_cases_guest on after_sale_cases (guest_key, id desc) where guest_key is not null;
      create index after_sale_cases_cooperative on after_sale_cases (cooperative_id, id desc);
      create index after_sale_cases_due on after_sale_cases (deadline) where deadline is not null;
      create unique index after_sale_cases_tracking_once on after_sale_cases (return_courier, return_tracking);

      create table after_sale_lines (
        case_id uuid not null references after_sale_cases (id),
        order_line_id uuid not null references order_lines (id),
        quantity integer not null,
        goods_fen bigint not null,
        freight_fen bigint not null,
        refunded_goods_fen bigint,
        refunded_freight_fen bigint,
        refunded_commission_fen bigint,
        refunded_quantity integer,
        resellable integer,
        primary key (case_id, order_line_id),
        constraint after_sale_lines_quantity check (quantity > 0 and goods_fen >= 0 and freight_fen >= 0),
        constraint after_sale_lines_refunded check (refunded_goods_fen between 0 and goods_fen
          and refunded_freight_fen between 0 and freight_fen and refunded_commission_fen between 0 and refunded_goods_fen
          and refunded_quantity between 0 and quantity),
        constraint after_sale_lines_resellable check (resellable between 0 and quantity)
      );
      create index after_sale_lines_order_line on after_sale_lines (order_line_id);

      create table order_line_claims (
        order_line_id uuid primary key references order_lines (id),
        quantity integer not null,
        goods_fen bigint not null,
        freight_fen bigint not null,
        commission_fen bigint not null,
        claimed_quantity integer not null default 0,
        claimed_goods_fen bigint not null default 0,
        claimed_freight_fen bigint not null default 0,
        refunded_quantity integer not null default 0,
        refunded_goods_fen bigint not null default 0,
        refunded_freight_fen bigint not null default 0,
        refunded_commission_fen bigint not null default 0,
        constraint order_line_claims_quantity check (0 <= refunded_quantity and refunded_quantity <= claimed_quantity and claimed_quantity <= quantity),
        constraint order_line_claims_goods check (0 <= refunded_goods_fen and refunded_goods_fen <= claimed_goods_fen and claimed_goods_fen <= goods_fen),
        constraint order_line_claims_freight check (0 <= refunded_freight_fen and refunded_freight_fen <= claimed_freight_fen and claimed_freight_fen <= freight_fen),
        constraint order_line_claims_commission check (refunded_commission_fen between 0 and commission_fen)
      );

      create table after_sale_photos (
        id uuid primary key,
        order_id uuid not null references orders (id),
        case_id uuid references after_sale_cases (id),
        file_id uuid not null references files (id),
        width integer not null,
        height integer not null,
        uploaded_at timestamptz not null
      );
      create index after_sale_photos_order on after_sale_photos (order_id) where case_id is null;
      create index after_sale_photos_case on after_sale_photos (case_id);

      create table after_sale_returns (
        case_id uuid not null references after_sale_cases (id),
        order_line_id uuid not null references order_lines (id),
        lot_id uuid not null,
        group_id uuid not null,
        returned integer not null,
        written_off integer not null,
        primary key (case_id, order_line_id, lot_id),
        constraint after_sale_returns_quantity check (returned >= 0 and written_off >= 0 and returned + written_off > 0)
      );
      create index after_sale_returns_group on after_sale_returns (group_id);
      create trigger after_sale_returns_append_only before update or delete on after_sale_returns
        for each row execute function refuse_change();

      create table after_sale_events (
        id uuid primary key,
        case_id uuid not null references after_sale_cases (id),
        kind text not null,
        by_party text not null,
        actor_id uuid,
        amount_fen bigint,
        text text not null default '',
        happened_at timestamptz not null,
        constraint after_sale_events_party_known check (by_party in ('buyer', 'cooperative', 'referee', 'system')),
        constraint after_sale_events_amount check (amount_fen >= 0)
      );
      create index after_sale_events_case on after_sale_events (case_id, id);
    `)
    await runner.query(`
      do $$ begin
        if exists (select from pg_roles where rolname = 'weibao_app') then
          revoke update, delete, truncate on after_sale_returns from weibao_app;
          revoke delete, truncate on after_sale_events from weibao_app;
        end if;
      end $$;
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
