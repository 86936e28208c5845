import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Rounds with their stored input and result, tickets, allocations and their journal. */
export class Matching1780000001300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ROUNDS)
    await runner.query(ALLOCATIONS)
    await runner.query(FACTS)
    for (const journal of JOURNALS) await runner.query(appendOnly(journal))
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}

const JOURNALS = [
  'round_files',
  'round_cooperatives',
  'round_changes',
  'tickets',
  'allocation_moves',
]

const ROUNDS = `
  create table rounds (
    id uuid primary key,
    number text not null,
    state text not null default 'queued',
    phase text,
    cause text not null,
    scheduled_on date,
    requested_by uuid,
    ended_by uuid,
    queued_at timestamptz not null,
    started_at timestamptz,
    ended_at timestamptz,
    fencing_token bigint not null default 0,
    leased_until timestamptz,
    progress integer not null default 0,
    engine_version text,
    input_digest text,
    result_digest text,
    lot_count integer,
    line_count integer,
    matched_line_count integer,
    allocation_count integer,
    wanted_grams bigint,
    volume_grams bigint,
    bound_grams bigint,
    flow_bound_grams bigint,
    quantum_grams integer,
    points bigint,
    goods_fen bigint,
    freight_fen bigint,
    taken_grams bigint,
    failure text,
    constraint rounds_number_once unique (number),
    constraint rounds_state_known check (state in ('queued', 'running', 'proposed', 'closed', 'cancelled', 'failed')),
    constraint rounds_phase_while_running check ((state = 'running') = (phase is not null)),
    constraint rounds_phase_known check (phase in ('snapshot', 'solving', 'reserving')),
    constraint rounds_cause_known check (cause in ('schedule', 'hand')),
    constraint rounds_cause_named check ((cause = 'schedule') = (scheduled_on is not null)),
    constraint rounds_schedule_once unique (scheduled_on),
    constraint rounds_progress_share check (progress between 0 and 1000),
    constraint rounds_ended_when_over check ((state in ('queued', 'running')) = (ended_at is null)),
    constraint rounds_whole check (state not in ('proposed', 'closed') or num_nulls(engine_version, input_digest,
      result_digest, lot_count, line_count, matched_line_count, allocation_count, wanted_grams, volume_grams,
      bound_grams, flow_bound_grams, quantum_grams, points, goods_fen, freight_fen, taken_grams) = 0),
    constraint rounds_nothing_half check (state in ('proposed', 'closed') or num_nonnulls(result_digest, volume_grams,
      allocation_count, goods_fen, taken_grams) = 0),
    constraint rounds_within_bounds check (taken_grams <= volume_grams and volume_grams <= bound_grams
      and bound_grams <= flow_bound_grams and flow_bound_grams <= wanted_grams)
  );
  create unique index rounds_one_under_way on rounds ((true)) where state in ('queued', 'running');

  create table round_files (
    round_id uuid not null references rounds (id),
    kind text not null,
    digest text not null,
    byte_count integer not null,
    packed bytea not null,
    written_at timestamptz not null,
    primary key (round_id, kind),
    constraint round_files_kind_known check (kind in ('input', 'result'))
  );

  create table round_cooperatives (
    round_id uuid not null references rounds (id),
    cooperative_id uuid not null,
    offered_grams bigint not null,
    open_grams bigint not null,
    placed_grams bigint not null,
    matched_grams bigint not null,
    primary key (round_id, cooperative_id),
    constraint round_cooperatives_not_negative check (offered_grams >= 0 and open_grams >= 0 and placed_grams >= 0
      and matched_grams >= 0),
    constraint round_cooperatives_within check (matched_grams <= open_grams)
  );

  create table round_changes (
    id uuid primary key,
    round_id uuid not null references rounds (id),
    demand_line_id uuid not null,
    lot_id uuid not null references lots (id),
    proposed_packages integer not null,
    taken_packages integer not null,
    cause text not null,
    noticed_at timestamptz not null,
    constraint round_changes_less check (taken_packages >= 0 and taken_packages < proposed_packages),
    constraint round_changes_cause_known check (cause in ('lot-sold', 'line-changed', 'below-minimum'))
  );
  create index round_changes_round on round_changes (round_id, id);

  create table tickets (
    id uuid primary key,
    round_id uuid not null references rounds (id),
    demand_line_id uuid not null,
    attempt integer not null default 1,
    demand_id uuid not null,
    demand_number text not null,
    buyer_id uuid not null,
    product_id uuid,
    category_code text not null,
    subdistrict_code text,
    reason text not null,
    wanted_grams bigint not null,
    matched_grams bigint not null,
    parts jsonb not null,
    flip jsonb,
    lots_of_goods integer not null,
    written_at timestamptz not null,
    constraint tickets_line_once unique (round_id, demand_line_id, attempt),
    constraint tickets_attempt_positive check (attempt > 0),
    constraint tickets_reason_known check (reason in ('MATCHED_FULL', 'NO_COMPATIBLE_LOT', 'LOT_EXHAUSTED',
      'PACK_OR_MOQ', 'MIN_FILL', 'COOP_SHARE', 'BUDGET', 'RESERVED_QUOTA')),
    constraint tickets_matched_within check (matched_grams between 0 and wanted_grams)
  );
  create index tickets_of_round on tickets (round_id, reason, id);
  create index tickets_of_buyer on tickets (buyer_id, id desc);
`

const ALLOCATIONS = `
  create table allocations (
    id uuid primary key,
    number text not null,
    round_id uuid not null references rounds (id),
    attempt integer not null default 1,
    follows_id uuid references allocations (id),
    demand_line_id uuid not null,
    demand_id uuid not null,
    demand_number text not null,
    buyer_id uuid not null,
    budget_line_id uuid,
    channel text not null,
    destination text not null,
    subdistrict_code text,
    lot_id uuid not null references lots (id),
    sku_id uuid not null,
    product_id uuid not null,
    cooperative_id uuid not null,
    township_code text not null,
    category_code text not null,
    packages integer not null,
    pack_grams integer not null,
    mass_grams bigint not null,
    unit_price_fen bigint not null,
    goods_fen bigint not null,
    freight_fen bigint not null,
    leaves_on date not null,
    arrives_on date not null,
    state text not null default 'proposed',
    declined_by text,
    answer_by timestamptz not null,
    confirm_by timestamptz,
    proposed_at timestamptz not null,
    accepted_at timestamptz,
    accepted_by uuid,
    confirmed_at timestamptz,
    confirmed_by uuid,
    ended_at timestamptz,
    reason text not null default '',
    version integer not null default 1,
    constraint allocations_number_once unique (number),
    constraint allocations_pair_once unique (round_id, demand_line_id, lot_id, attempt),
    constraint allocations_state_known check (state in ('proposed', 'accepted', 'confirmed', 'ordered', 'declined',
      'lapsed', 'superseded')),
    constraint allocations_declined_by_known check (declined_by in ('buyer', 'cooperative')),
    constraint allocations_declined_by_somebody check ((state = 'declined') = (declined_by is not null)),
    constraint allocations_packages_positive check (packages > 0 and pack_grams > 0),
    constraint allocations_mass check (mass_grams = packages::bigint * pack_grams),
    constraint allocations_goods check (unit_price_fen > 0 and goods_fen = unit_price_fen * packages),
    constraint allocations_freight_not_negative check (freight_fen >= 0),
    constraint allocations_days check (leaves_on <= arrives_on),
    constraint allocations_accepted check ((accepted_at is null) = (accepted_by is null)
      and (accepted_at is not null or state not in ('accepted', 'confirmed', 'ordered'))),
    constraint allocations_confirmed check ((confirmed_at is null) = (confirmed_by is null)
      and (confirmed_at is not null or state not in ('confirmed', 'ordered'))),
    constraint allocations_by_two check (confirm_by is not null or accepted_at is null),
    constraint allocations_ended check ((state in ('declined', 'lapsed', 'superseded', 'ordered')) = (ended_at is not null))
  ) with (fillfactor = 80);
  create index allocations_of_round on allocations (round_id, id);
  create index allocations_of_buyer on allocations (buyer_id, id desc);
  create index allocations_of_cooperative on allocations (cooperative_id, id desc);
  create index allocations_live on allocations (demand_line_id) where state in ('proposed', 'accepted', 'confirmed');
  create index allocations_due on allocations (coalesce(confirm_by, answer_by)) where state in ('proposed', 'accepted');

  create table allocation_moves (
    id uuid primary key,
    allocation_id uuid not null references allocations (id),
    from_state text,
    to_state text not null,
    person_id uuid,
    reason text not null default '',
    made_at timestamptz not null,
    constraint allocation_moves_once unique (allocation_id, to_state)
  );
`

const FACTS = `
  create view recognition_facts as
    select r.product_id, r.valid_from, r.valid_to from recognitions r where r.state = 'recognised';
  create view category_facts as select c.code, c.name_zh, c.name_en, c.position from categories c;
  create or replace view lot_facts as
    select l.id as lot_id, l.code, l.cooperative_id, l.product_id, l.sku_id, l.state, l.township_code, l.grade,
      l.temperature_mode, l.pack_grams, l.quantity, l.held, l.sold, l.written_off,
      l.quantity - l.held - l.sold - l.written_off as available,
      l.quantity::bigint * l.pack_grams as offered_grams, l.sold::bigint * l.pack_grams as sold_grams,
      l.offered_price_fen, l.harvest_from, l.harvest_to, l.dispatch_from, l.dispatch_to, l.best_before,
      l.last_sale_day, l.created_at,
      coalesce((select sum(s.missing) from shortfalls s where s.lot_id = l.id), 0)::bigint as missing, l.minimum_order
    from lots l;
  create view cooperative_facts as
    select c.organisation_id as cooperative_id, c.township_code, c.member_farmers from cooperative_profiles c;
  create view allocation_facts as
    select a.id as allocation_id, a.number, a.round_id, a.demand_line_id, a.demand_id, a.buyer_id, a.budget_line_id,
      a.subdistrict_code, a.lot_id, a.product_id, a.cooperative_id, a.township_code, a.category_code, a.packages,
      a.mass_grams, a.goods_fen, a.freight_fen, a.state, a.proposed_at, a.accepted_at, a.confirmed_at, a.ended_at,
      a.state in ('proposed', 'accepted', 'confirmed') as is_live
    from allocations a;
  create view round_facts as
    select r.id as round_id, r.number, r.state, r.queued_at, r.ended_at, r.wanted_grams, r.volume_grams, r.bound_grams,
      r.flow_bound_grams, r.goods_fen, r.freight_fen, r.matched_line_count, r.line_count
    from rounds r;
  create view round_cooperative_facts as
    select c.round_id, c.cooperative_id, c.offered_grams, c.open_grams, c.placed_grams, c.matched_grams, r.ended_at
    from round_cooperatives c join rounds r on r.id = c.round_id;
`

function appendOnly(table: string): string {
  return `
    create trigger ${table}_append_only before update or delete on ${table}
      for each row execute function refuse_change();
    create trigger ${table}_never_emptied before truncate on ${table}
      for each statement execute function refuse_change();
    do $$ begin
      if exists (select from pg_roles where rolname = 'weibao_app') then
        revoke update, delete, truncate on ${table} from weibao_app;
      end if;
    end $$;`
}
