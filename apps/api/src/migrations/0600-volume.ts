import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Counted volume: an append-only journal in four stages, and its corrections by two people. */
export class Volume1780000000600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ENTRIES)
    await runner.query(GUARDS)
    await runner.query(ADJUSTMENTS)
    await runner.query(FACTS)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}

const ENTRIES = `
  create table volume_entries (
    id uuid primary key,
    stage text not null,
    kind text not null,
    reference text not null,
    corrects_id uuid references volume_entries (id),
    digest text not null,
    order_line_id uuid,
    order_id uuid,
    order_number text,
    cooperative_id uuid not null,
    cooperative_name_zh text not null,
    cooperative_name_en text not null,
    product_id uuid not null,
    product_name_zh text not null,
    product_name_en text not null,
    township text not null,
    category text not null,
    buyer_kind text not null,
    buyer_organisation_id uuid,
    buyer_person_id uuid,
    subdistrict_code text,
    channel text not null,
    purchase_kind text not null,
    attribution text not null,
    evidence_grade text not null,
    goods_fen bigint not null,
    freight_fen bigint not null,
    packing_fen bigint not null,
    subsidy_fen bigint not null,
    quantity integer not null,
    mass_grams bigint not null,
    counted boolean not null,
    scope_reasons text[] not null,
    rule_version integer not null,
    occurred_at timestamptz not null,
    booked_at timestamptz not null,
    local_day date not null,
    period text not null,
    refund_id uuid,
    reason text not null default '',
    author_id uuid,
    approver_id uuid,
    created_at timestamptz not null default now(),
    constraint volume_entries_fact_once unique (order_line_id, stage, kind, reference),
    constraint volume_entries_stage_known check (stage in ('intended', 'ordered', 'received', 'confirmed')),
    constraint volume_entries_kind_known check (kind in ('count', 'reversal', 'adjustment')),
    constraint volume_entries_buyer_known check (
      case buyer_kind when 'organisation' then buyer_organisation_id is not null
                      when 'person' then true else false end),
    constraint volume_entries_purchase_known check (purchase_kind in ('direct', 'assisted')),
    constraint volume_entries_evidence_known check (evidence_grade in ('A', 'B', 'C')),
    constraint volume_entries_counted_or_says_why check (counted = (cardinality(scope_reasons) = 0)),
    constraint volume_entries_count_not_negative check (kind <> 'count' or (corrects_id is null
      and goods_fen >= 0 and freight_fen >= 0 and packing_fen >= 0 and subsidy_fen >= 0 and quantity >= 0 and mass_grams >= 0)),
    constraint volume_entries_reversal_not_positive check (kind <> 'reversal' or (corrects_id is not null and refund_id is not null
      and goods_fen <= 0 and freight_fen <= 0 and packing_fen <= 0 and subsidy_fen <= 0 and quantity <= 0 and mass_grams <= 0)),
    constraint volume_entries_adjustment_by_two check (kind <> 'adjustment' or (corrects_id is not null and length(reason) >= 4
      and author_id is not null and approver_id is not null and author_id <> approver_id)),
    constraint volume_entries_booked_after check (booked_at >= occurred_at),
    constraint volume_entries_day_in_shanghai check (local_day = shanghai_day(booked_at)),
    constraint volume_entries_month_in_shanghai check (period = shanghai_month(booked_at))
  );
  create index volume_entries_list on volume_entries (stage, period, id desc);
  create index volume_entries_order on volume_entries (order_id) where order_id is not null;
  create index volume_entries_corrects on volume_entries (corrects_id) where corrects_id is not null;
`

const GUARDS = `
  create function guard_volume_entry() returns trigger language plpgsql as $$
  declare
    period_state text;
  begin
    perform pg_advisory_xact_lock_shared(7301, period_key(new.period));
    select state into period_state from periods where month = new.period;
    if period_state = 'closed' or (period_state = 'closing' and new.kind <> 'adjustment') then
      raise exception 'period % takes no more entries', new.period using errcode = 'WB002';
    end if;
    -- One at a time for each line, so that what is checked at commit holds against the others too.
    if new.order_line_id is not null then
      perform pg_advisory_xact_lock(hashtextextended('volume:' || new.order_line_id, 7302));
    end if;
    return new;
  end $$;
  create trigger volume_entries_in_open_period before insert on volume_entries
    for each row execute function guard_volume_entry();

  -- Adjustments stand beside: a refund must never fail because the volume was corrected before it.
  create function check_volume_line() returns trigger language plpgsql as $$
  declare
    ordered bigint;
    received bigint;
    confirmed bigint;
    lowest bigint;
  begin
    select coalesce(sum(goods) filter (where stage = 'ordered'), 0),
           coalesce(sum(goods) filter (where stage = 'received'), 0),
           coalesce(sum(goods) filter (where stage = 'confirmed'), 0),
           coalesce(min(least(goods, mass, packages)), 0)
      into ordered, received, confirmed, lowest
      from (select stage, sum(goods_fen) as goods, sum(mass_grams) as mass, sum(quantity) as packages
              from volume_entries where order_line_id = new.order_line_id and kind <> 'adjustment'
             group by stage) as net;
    if lowest < 0 then
      raise exception 'volume of order line % would be negative', new.order_line_id
        using errcode = '23514', constraint = 'volume_entries_net_not_negative';
    end if;
    if confirmed > received or received > ordered then
      raise exception 'volume of order line %: confirmed % <= received % <= ordered % does not hold',
        new.order_line_id, confirmed, received, ordered
        using errcode = '23514', constraint = 'volume_entries_stages_in_order';
    end if;
    if exists (select from volume_entries where order_line_id = new.order_line_id
                  and (channel, cooperative_id, product_id, attribution, purchase_kind) is distinct from
                      (new.channel, new.cooperative_id, new.product_id, new.attribution, new.purchase_kind)) then
      raise exception 'order line % is counted already in another channel, attribution or cooperative', new.order_line_id
        using errcode = '23514', constraint = 'volume_entries_line_counted_once';
    end if;
    return null;
  end $$;
  create constraint trigger volume_entries_line_consistent after insert on volume_entries
    deferrable initially deferred for each row when (new.order_line_id is not null and new.kind <> 'adjustment')
    execute function check_volume_line();

  create trigger volume_entries_append_only before update or delete on volume_entries
    for each row execute function refuse_change();
  create trigger volume_entries_never_emptied before truncate on volume_entries
    for each statement execute function refuse_change();
  do $$ begin
    if exists (select from pg_roles where rolname = 'weibao_app') then
      revoke update, delete, truncate on volume_entries from weibao_app;
    end if;
  end $$;
`

const ADJUSTMENTS = `
  create table volume_adjustments (
    id uuid primary key,
    entry_id uuid not null references volume_entries (id),
    goods_fen bigint not null,
    mass_grams bigint not null,
    reason text not null,
    state text not null default 'proposed',
    proposed_by uuid not null,
    proposed_at timestamptz not null,
    decided_by uuid,
    decided_at timestamptz,
    decision_note text not null default '',
    constraint volume_adjustments_state_known check (state in ('proposed', 'approved', 'refused')),
    constraint volume_adjustments_change_something check (goods_fen <> 0 or mass_grams <> 0),
    constraint volume_adjustments_reason_given check (length(reason) >= 4),
    constraint volume_adjustments_decided_by_another check (decided_by <> proposed_by),
    constraint volume_adjustments_decision_whole check (
      (state = 'proposed') = (decided_by is null) and (decided_by is null) = (decided_at is null))
  );
  create index volume_adjustments_list on volume_adjustments (state, id desc);
  create index volume_adjustments_entry on volume_adjustments (entry_id);
`

/** What reports may read of the volume, and the digest that a closed month keeps. */
const FACTS = `
  create view volume_facts as
    select id, stage, kind, reference, corrects_id, order_line_id, order_id, order_number,
           cooperative_id, cooperative_name_zh, cooperative_name_en, product_id, product_name_zh, product_name_en,
           township, category, buyer_kind, buyer_organisation_id, subdistrict_code, channel, purchase_kind,
           attribution, evidence_grade, goods_fen, freight_fen, packing_fen, subsidy_fen, quantity, mass_grams,
           counted, scope_reasons, rule_version, occurred_at, booked_at, local_day, period, refund_id, reason,
           author_id, approver_id
      from volume_entries;

  create function volume_period_digest(month text) returns text language sql stable as $$
    select encode(sha256(convert_to(coalesce(string_agg(md5((
             id, stage, kind, reference, corrects_id, order_line_id, order_id, order_number, cooperative_id, product_id,
             township, category, buyer_kind, buyer_organisation_id, buyer_person_id, subdistrict_code, channel,
             purchase_kind, attribution, evidence_grade, goods_fen, freight_fen, packing_fen, subsidy_fen, quantity,
             mass_grams, counted, scope_reasons, rule_version, extract(epoch from occurred_at),
             extract(epoch from booked_at), refund_id, reason, author_id, approver_id)::text), '' order by id), ''), 'UTF8')), 'hex')
      from volume_entries where period = month $$;
`
