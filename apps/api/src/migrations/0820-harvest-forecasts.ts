import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What cooperatives expect to harvest, by product and week, and how they came to expect it. */
export class HarvestForecasts1780000000820 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table harvest_forecasts (
        id uuid primary key,
        cooperative_id uuid not null references cooperative_profiles (organisation_id),
        product_id uuid not null references products (id),
        week date not null,
        low_grams bigint not null,
        likely_grams bigint not null,
        high_grams bigint not null,
        note text not null default '',
        version integer not null,
        stated_at timestamptz not null,
        constraint harvest_forecasts_once unique (product_id, week),
        constraint harvest_forecasts_week_is_monday check (extract(isodow from week) = 1),
        constraint harvest_forecasts_range check (low_grams between 0 and likely_grams
          and likely_grams <= high_grams and high_grams <= 1000000000),
        constraint harvest_forecasts_version_positive check (version > 0)
      );
      create index harvest_forecasts_week on harvest_forecasts (week, product_id);
      create index harvest_forecasts_cooperative on harvest_forecasts (cooperative_id, week, id);

      create table harvest_forecast_changes (
        id uuid primary key,
        forecast_id uuid not null references harvest_forecasts (id),
        version integer not null,
        low_grams bigint not null,
        likely_grams bigint not null,
        high_grams bigint not null,
        note text not null,
        changed_by uuid,
        changed_at timestamptz not null,
        constraint harvest_forecast_changes_once unique (forecast_id, version)
      );
      create trigger harvest_forecast_changes_append_only before update or delete on harvest_forecast_changes
        for each row execute function refuse_change();
      create trigger harvest_forecast_changes_never_emptied before truncate on harvest_forecast_changes
        for each statement execute function refuse_change();
      do $$ begin
        if exists (select from pg_roles where rolname = 'weibao_app') then
          revoke update, delete, truncate on harvest_forecast_changes from weibao_app;
        end if;
      end $$;
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
