import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Lots, their journal of movements, reservations, shortfalls. */
export class Supply1780000000800 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(LOTS)
    await runner.query(MOVEMENTS)
    await runner.query(FACTS)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}

const LOTS = `
  create table lots (
    id uuid primary key,
    code text not null,
    cooperative_id uuid not null references cooperative_profiles (organisation_id),
    product_id uuid not null references products (id),
    sku_id uuid not null references skus (id),
    state text not null default 'draft',
    quantity integer not null,
    held integer not null default 0,
    sold integer not null default 0,
    written_off integer not null default 0,
    pack_grams integer not null,
    harvest_from date not null,
    harvest_to date not null,
    dispatch_from date not null,
    dispatch_to date not null,
    best_before date,
    last_sale_day date not null,
    township_code text not null references townships (code),
    village text not null default '',
    grade text not null,
    labels text[] not null default '{}',
    offered_price_fen bigint not null,
    price_breaks jsonb not null default '[]',
    minimum_order integer not null default 1,
    temperature_mode text not null,
    note text not null default '',
    version integer not null default 1,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint lots_code_once unique (code),
    constraint lots_state_known check (state in ('draft', 'open', 'exhausted', 'short', 'withdrawn', 'expired')),
    constraint lots_available_not_negative check (held >= 0 and sold >= 0 and written_off >= 0
      and quantity - held - sold - written_off >= 0),
    constraint lots_exhausted_is_empty check (state <> 'exhausted' or quantity = held + sold + written_off),
    constraint lots_pack_positive check (pack_grams > 0),
    constraint lots_price_positive check (offered_price_fen > 0),
    constraint lots_minimum_positive check (minimum_order > 0),
    constraint lots_windows check (harvest_from <= harvest_to and harvest_from <= dispatch_from
      and dispatch_from <= dispatch_to and (best_before is null or dispatch_to <= best_before)
      and last_sale_day <= dispatch_to),
    constraint lots_grade_known check (grade in ('premium', 'first', 'second', 'ungraded')),
    constraint lots_temperature_known check (temperature_mode in ('none', 'chilled', 'frozen'))
  ) with (fillfactor = 70);
  create index lots_for_sale on lots (sku_id) where state = 'open';
  create index lots_product on lots (product_id) where state in ('open', 'exhausted', 'short');
  create index lots_cooperative on lots (cooperative_id, id desc);
  create index lots_ending on lots (last_sale_day) where state in ('open', 'exhausted');
`

const MOVEMENTS = `
  create table reservations (
    id uuid primary key,
    reference text not null,
    lot_id uuid not null references lots (id),
    sku_id uuid not null,
    quantity integer not null,
    state text not null default 'held',
    expires_at timestamptz not null,
    created_at timestamptz not null,
    resolved_at timestamptz,
    constraint reservations_reference_once unique (reference, lot_id),
    constraint reservations_quantity_positive check (quantity > 0),
    constraint reservations_state_known check (state in ('held', 'sold', 'released', 'expired')),
    constraint reservations_resolved_once check ((state = 'held') = (resolved_at is null))
  ) with (fillfactor = 80);
  create index reservations_due on reservations (expires_at) where state = 'held';
  create index reservations_lot on reservations (lot_id);
  create function reservations_stay_resolved() returns trigger language plpgsql as $$
  begin
    if old.state <> 'held' or old.quantity <> new.quantity or old.lot_id <> new.lot_id then
      raise exception 'reservation % is resolved', old.id using errcode = '23514', constraint = 'reservations_stay_resolved';
    end if;
    return new;
  end $$;
  create trigger reservations_stay_resolved before update on reservations
    for each row execute function reservations_stay_resolved();

  create table lot_movements (
    id uuid primary key,
    lot_id uuid not null references lots (id),
    kind text not null,
    quantity_delta integer not null default 0,
    held_delta integer not null default 0,
    sold_delta integer not null default 0,
    written_off_delta integer not null default 0,
    reference text,
    reason text not null default '',
    made_by uuid,
    made_at timestamptz not null,
    constraint lot_movements_kind_known check (kind in ('declared', 'edited', 'held', 'sold', 'released', 'expired',
      'returned', 'written-off')),
    constraint lot_movements_moves check ((kind, quantity_delta, held_delta, sold_delta, written_off_delta) is not null
      and (kind in ('declared', 'edited') and held_delta = 0 and sold_delta = 0 and written_off_delta = 0
        or kind = 'held' and held_delta > 0 and quantity_delta = 0 and sold_delta = 0 and written_off_delta = 0
        or kind = 'sold' and held_delta < 0 and sold_delta = -held_delta and quantity_delta = 0 and written_off_delta = 0
        or kind in ('released', 'expired') and held_delta < 0 and quantity_delta = 0 and sold_delta = 0 and written_off_delta = 0
        or kind = 'returned' and sold_delta < 0 and quantity_delta = 0 and held_delta = 0 and written_off_delta = 0
        or kind = 'written-off' and written_off_delta > 0 and quantity_delta = 0 and held_delta = 0
          and sold_delta in (0, -written_off_delta)))
  );
  create index lot_movements_lot on lot_movements (lot_id, id desc);
  create unique index lot_movements_reference_once on lot_movements (reference, lot_id, kind)
    where reference is not null;
  create trigger lot_movements_append_only before update or delete on lot_movements
    for each row execute function refuse_change();
  create trigger lot_movements_never_emptied before truncate on lot_movements
    for each statement execute function refuse_change();
  do $$ begin
    if exists (select from pg_roles where rolname = 'weibao_app') then
      revoke update, delete, truncate on lot_movements from weibao_app;
    end if;
  end $$;

  create table shortfalls (
    id uuid primary key,
    lot_id uuid not null references lots (id),
    quantity integer not null,
    missing integer not null,
    reason text not null,
    declared_by uuid,
    declared_at timestamptz not null,
    settled_at timestamptz,
    constraint shortfalls_quantity_positive check (quantity > 0),
    constraint shortfalls_missing_within check (missing between 0 and quantity),
    constraint shortfalls_settled_when_none_missing check ((settled_at is not null) = (missing = 0))
  );
  create index shortfalls_lot on shortfalls (lot_id);
`

const FACTS = `
  create view lot_facts as
    select l.id as lot_id, l.code, l.cooperative_id, l.product_id, l.sku_id, l.state, l.township_code, l.grade,
      l.temperature_mode, l.pack_grams, l.quantity, l.held, l.sold, l.written_off,
      l.quantity - l.held - l.sold - l.written_off as available,
      l.quantity::bigint * l.pack_grams as offered_grams, l.sold::bigint * l.pack_grams as sold_grams,
      l.offered_price_fen, l.harvest_from, l.harvest_to, l.dispatch_from, l.dispatch_to, l.best_before,
      l.last_sale_day, l.created_at,
      coalesce((select sum(s.missing) from shortfalls s where s.lot_id = l.id), 0)::bigint as missing
    from lots l;
`
