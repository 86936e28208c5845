import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Addresses that people keep; orders hold copies of their own. */
export class Addresses1780000001041 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table kept_addresses (
        id uuid primary key,
        person_id uuid not null,
        recipient text not null,
        phone text not null,
        province text not null,
        city text not null,
        district text not null,
        subdistrict_code text,
        street text not null,
        is_default boolean not null,
        changed_at timestamptz not null
      );
      create index kept_addresses_person on kept_addresses (person_id);
      create unique index kept_addresses_default_once on kept_addresses (person_id) where is_default;
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
