import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What buyer organisations need: budget lines, places to deliver, demands and their lines. */
export class Demand1780000001200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table budget_lines (
        id uuid primary key,
        buyer_id uuid not null,
        year integer not null,
        kind text not null,
        name text not null,
        ceiling_fen bigint,
        version integer not null default 1,
        created_at timestamptz not null,
        constraint budget_lines_name_once unique (buyer_id, year, name),
        constraint budget_lines_kind_known check (kind in ('canteen', 'trade-union', 'other')),
        constraint budget_lines_ceiling_positive check (ceiling_fen > 0),
        constraint budget_lines_year check (year between 2020 and 2100)
      );
      create index budget_lines_buyer on budget_lines (buyer_id, year desc);

      create table delivery_points (
        id uuid primary key,
        buyer_id uuid not null,
        name text not null,
        subdistrict_code text not null,
        street text not null,
        contact text not null,
        phone text not null,
        is_active boolean not null default true,
        created_at timestamptz not null,
        constraint delivery_points_name_once unique (buyer_id, name)
      );

      create table demands (
        id uuid primary key,
        number text not null,
        buyer_id uuid not null,
        delivery_point_id uuid not null references delivery_points (id),
        budget_line_id uuid not null references budget_lines (id),
        title text not null,
        state text not null,
        is_named boolean not null default false,
        cut_off_on date not null,
        created_by uuid,
        opened_at timestamptz not null,
        ended_at timestamptz,
        constraint demands_number_once unique (number),
        constraint demands_state_known check (state in ('open', 'closed', 'cancelled')),
        constraint demands_ended_when_over check ((state = 'open') = (ended_at is null))
      );
      create index demands_buyer on demands (buyer_id, id desc);
      create index demands_open on demands (cut_off_on) where state = 'open';

      create table demand_lines (
        id uuid primary key,
        demand_id uuid not null references demands (id),
        position integer not null,
        product_id uuid references products (id),
        category_code text not null references categories (code),
        wanted_grams bigint not null,
        minimum_grams bigint not null,
        worst_grade text not null,
        labels text[] not null default '{}',
        max_landed_fen_per_kg bigint not null,
        deliver_from date not null,
        deliver_to date not null,
        min_shelf_days integer not null default 0,
        recognised_only boolean not null,
        share_cap_basis_points integer not null default 10000,
        preferred_cooperative_ids uuid[] not null default '{}',
        blocked_cooperative_ids uuid[] not null default '{}',
        version integer not null default 1,
        submitted_at timestamptz not null,
        constraint demand_lines_position_once unique (demand_id, position),
        constraint demand_lines_mass check (wanted_grams between 1000 and 100000000 and wanted_grams % 10 = 0
          and minimum_grams between 0 and wanted_grams and minimum_grams % 10 = 0),
        constraint demand_lines_price_positive check (max_landed_fen_per_kg > 0),
        constraint demand_lines_window check (deliver_from <= deliver_to),
        constraint demand_lines_grade_known check (worst_grade in ('premium', 'first', 'second', 'ungraded')),
        constraint demand_lines_share check (share_cap_basis_points between 100 and 10000)
      );
      create index demand_lines_demand on demand_lines (demand_id, position);

      create view demand_facts as
        select l.id as demand_line_id, d.id as demand_id, d.number, d.buyer_id, d.state, d.budget_line_id, b.kind as budget_kind,
          b.year, p.subdistrict_code, l.product_id, l.category_code, l.wanted_grams, l.deliver_from, l.deliver_to, l.recognised_only
        from demand_lines l join demands d on d.id = l.demand_id join budget_lines b on b.id = d.budget_line_id
          join delivery_points p on p.id = d.delivery_point_id;
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
