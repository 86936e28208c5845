import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Who is suspended sells nothing: not listed, and a page that is linked to says so. */
export class SuspendedFromTheShop1780000001444 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index organisations_suspended on organisations (id) where status = 'suspended';
      create view suspended_facts as select id as organisation_id from organisations where status = 'suspended';

      -- What is listed has a page; so has what waits for the end of its cooperative's suspension.
      alter table product_search add column has_page boolean not null default false;
      update product_search set has_page = is_listed, is_listed = is_listed and not exists (
        select from suspended_facts x where x.organisation_id = cooperative_id);
      alter table product_search add constraint product_search_listed_has_page check (has_page or not is_listed);
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
