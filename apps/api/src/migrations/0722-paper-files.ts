import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Scans of papers, and which alert of each paper's expiry has been given. */
export class PaperFiles1780000000722 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PAPERS)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}

const PAPERS = `
  alter table papers add column file_id uuid;
  create unique index papers_number_once on papers (cooperative_id, kind, number);
  create index papers_expiry on papers (expires_on) where expires_on is not null;

  create table paper_alerts (
    paper_id uuid not null references papers (id) on delete cascade,
    days integer not null,
    given_at timestamptz not null,
    constraint paper_alerts_once primary key (paper_id, days),
    constraint paper_alerts_days_not_negative check (days >= 0)
  );
`
