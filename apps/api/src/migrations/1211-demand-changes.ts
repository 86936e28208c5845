import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Open demands can be amended until their cut-off: what was changed, by whom, and why it was taken back. */
export class DemandChanges1780000001211 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table demands add column version integer not null default 1;

      create table demand_changes (
        id uuid primary key,
        demand_id uuid not null references demands (id),
        line_id uuid references demand_lines (id),
        kind text not null,
        before jsonb not null default '{}',
        after jsonb not null default '{}',
        reason text not null default '',
        changed_by uuid,
        changed_at timestamptz not null,
        constraint demand_changes_kind_known check (kind in ('amended', 'cancelled')),
        constraint demand_changes_something check ((kind = 'amended') = (before <> after)),
        constraint demand_changes_reason_when_cancelled check ((kind = 'cancelled') = (reason <> '')),
        constraint demand_changes_line_when_amended check (kind = 'amended' or line_id is null)
      );
      create index demand_changes_demand on demand_changes (demand_id, id desc);
      create trigger demand_changes_append_only before update or delete on demand_changes
        for each row execute function refuse_change();
      create trigger demand_changes_never_emptied before truncate on demand_changes
        for each statement execute function refuse_change();
      do $$ begin
        if exists (select from pg_roles where rolname = 'weibao_app') then
          revoke update, delete, truncate on demand_changes from weibao_app;
        end if;
      end $$;
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
