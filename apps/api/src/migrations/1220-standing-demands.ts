import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Demands that come back every week, and what became of each week. */
export class StandingDemands1780000001220 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table standing_demands (
        id uuid primary key,
        buyer_id uuid not null references organisations (id),
        title text not null,
        delivery_point_id uuid not null references delivery_points (id),
        budget_line_id uuid not null references budget_lines (id),
        is_named boolean not null,
        lines jsonb not null,
        weekday integer not null,
        early_days integer not null,
        lead_days integer not null,
        starts_on date not null,
        ends_on date not null,
        state text not null default 'active',
        created_at timestamptz not null,
        constraint standing_demands_weekday check (weekday between 1 and 7),
        constraint standing_demands_days check (early_days between 0 and 6 and lead_days between 3 and 28),
        constraint standing_demands_span check (starts_on <= ends_on),
        constraint standing_demands_state_known check (state in ('active', 'paused', 'ended')),
        constraint standing_demands_lines check (jsonb_array_length(lines) between 1 and 100)
      );
      create index standing_demands_buyer on standing_demands (buyer_id, id desc);
      create index standing_demands_active on standing_demands (id) where state = 'active';

      create table standing_demand_events (
        id uuid primary key,
        standing_demand_id uuid not null references standing_demands (id),
        kind text not null,
        week date,
        demand_id uuid references demands (id),
        reason text not null default '',
        made_by uuid,
        made_at timestamptz not null,
        constraint standing_demand_events_kind_known check (kind in ('created', 'paused', 'resumed', 'ended',
          'skipped', 'written', 'refused')),
        constraint standing_demand_events_week check ((week is not null) = (kind in ('skipped', 'written', 'refused'))
          and (week is null or extract(isodow from week) = 1)),
        constraint standing_demand_events_demand check ((demand_id is not null) = (kind = 'written')),
        constraint standing_demand_events_reason check ((reason <> '') = (kind = 'refused')),
        constraint standing_demand_events_week_once unique (standing_demand_id, week),
        constraint standing_demand_events_demand_once unique (demand_id)
      );
      create index standing_demand_events_latest on standing_demand_events (standing_demand_id, id desc);
      create trigger standing_demand_events_append_only before update or delete on standing_demand_events
        for each row execute function refuse_change();
      create trigger standing_demand_events_never_emptied before truncate on standing_demand_events
        for each statement execute function refuse_change();
      do $$ begin
        if exists (select from pg_roles where rolname = 'weibao_app') then
          revoke update, delete, truncate on standing_demand_events from weibao_app;
        end if;
      end $$;
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
