import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What a budget line's approval limit was until it was changed: what is proposed is weighed by the strictest since. */
export class LimitChanges1780000001450 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table budget_limit_changes (
        id uuid primary key,
        budget_line_id uuid not null references budget_lines (id),
        before_fen bigint,
        after_fen bigint,
        changed_at timestamptz not null,
        changed_by uuid not null,
        constraint budget_limit_changes_something check (before_fen is distinct from after_fen)
      );
      create index budget_limit_changes_of_line on budget_limit_changes (budget_line_id, changed_at);
      create trigger budget_limit_changes_append_only before update or delete on budget_limit_changes
        for each row execute function refuse_change();
      create trigger budget_limit_changes_no_truncate before truncate on budget_limit_changes
        for each statement execute function refuse_change();
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
