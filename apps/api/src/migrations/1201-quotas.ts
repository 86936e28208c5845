import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The least that buyers file to spend, by budget line, and what the officer says to it. */
export class Quotas1780000001201 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table quotas (
        id uuid primary key,
        budget_line_id uuid not null references budget_lines (id),
        arrangement text not null,
        minimum_fen bigint not null,
        shared_with text[] not null default '{}',
        contractor text,
        state text not null,
        return_reason text,
        filed_by uuid,
        filed_at timestamptz not null,
        decided_by uuid,
        decided_at timestamptz,
        constraint quotas_budget_line_once unique (budget_line_id),
        constraint quotas_arrangement_known check (arrangement in ('own-canteen', 'shared', 'outsourced', 'none')),
        constraint quotas_minimum check (minimum_fen >= 0 and (minimum_fen = 0) = (arrangement = 'none')),
        constraint quotas_shared_named check ((cardinality(shared_with) > 0) = (arrangement = 'shared')),
        constraint quotas_contractor_named check ((contractor is not null) = (arrangement = 'outsourced')),
        constraint quotas_state_known check (state in ('filed', 'checked', 'returned')),
        constraint quotas_reason_when_returned check ((return_reason is not null) = (state = 'returned')),
        constraint quotas_decided check ((decided_at is not null) = (state <> 'filed')),
        constraint quotas_two_persons check (filed_by is distinct from decided_by or decided_by is null)
      );
      create index quotas_state on quotas (state, id desc);

      create view quota_facts as
        select q.id as quota_id, b.id as budget_line_id, b.buyer_id, b.year, b.kind as budget_kind, q.arrangement,
          q.minimum_fen, q.state
        from quotas q join budget_lines b on b.id = q.budget_line_id;
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
