import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Which files were imported already: a file sent twice makes nothing twice. */
export class SheetImports1780000000730 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table sheet_imports (
        organisation_id uuid not null,
        kind text not null,
        digest text not null,
        made integer not null,
        changed integer not null,
        unchanged integer not null,
        imported_by uuid,
        imported_at timestamptz not null,
        primary key (organisation_id, kind, digest),
        constraint sheet_imports_digest check (digest ~ '^[0-9a-f]{64}$'),
        constraint sheet_imports_counts check (made >= 0 and changed >= 0 and unchanged >= 0)
      );
      create trigger sheet_imports_append_only before update or delete on sheet_imports
        for each row execute function refuse_change();
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
