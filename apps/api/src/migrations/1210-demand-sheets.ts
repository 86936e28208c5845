import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Sheets of demands that were imported: each file once by buyer, and the demands it made. */
export class DemandSheets1780000001210 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table demand_sheets (
        id uuid primary key,
        buyer_id uuid not null,
        digest text not null,
        row_count integer not null,
        imported_by uuid,
        imported_at timestamptz not null,
        constraint demand_sheets_once unique (buyer_id, digest),
        constraint demand_sheets_digest check (digest ~ '^[0-9a-f]{64}$'),
        constraint demand_sheets_rows check (row_count between 1 and 500)
      );
      alter table demands add column sheet_id uuid references demand_sheets (id);
      create index demands_sheet on demands (sheet_id) where sheet_id is not null;
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
