import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The papers that organisations apply with. */
export class RegistrationPapers1780000001410 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table registration_papers (
        id uuid primary key,
        organisation_id uuid not null references organisations (id),
        file_id uuid not null references files (id),
        name text not null,
        type text not null,
        size_bytes integer not null,
        uploaded_by uuid not null references people (id),
        uploaded_at timestamptz not null,
        constraint registration_papers_file_once unique (file_id),
        constraint registration_papers_type check (type in ('application/pdf', 'image/webp')),
        constraint registration_papers_size check (size_bytes > 0)
      );
      create index registration_papers_organisation on registration_papers (organisation_id, id);
      create index registration_papers_person on registration_papers (uploaded_by);
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
