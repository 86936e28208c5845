import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Dated settings: each edit is a new version of its key; nothing is overwritten. */
export class Settings1780000000400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table settings (
        key text not null,
        version integer not null,
        valid_from date not null,
        value jsonb not null,
        reason text not null,
        author_id uuid not null,
        created_at timestamptz not null default now(),
        primary key (key, version),
        constraint settings_version_positive check (version > 0),
        constraint settings_reason_given check (length(reason) >= 4)
      );
      create trigger settings_append_only before update or delete on settings
        for each row execute function refuse_change();
      create trigger settings_never_emptied before truncate on settings
        for each statement execute function refuse_change();
      do $$ begin
        if exists (select from pg_roles where rolname = 'weibao_app') then
          revoke update, delete, truncate on settings from weibao_app;
        end if;
      end $$;
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
