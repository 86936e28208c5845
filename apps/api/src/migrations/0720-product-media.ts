import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Photographs of products, beside the pictures that are drawn for the demonstration. */
export class ProductMedia1780000000720 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PICTURES)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}

const PICTURES = `
  alter table products add column has_drawn_picture boolean not null default true;

  create table product_pictures (
    id uuid primary key,
    product_id uuid not null references products (id),
    position integer not null,
    alt_zh text not null default '',
    alt_en text not null default '',
    variants jsonb not null,
    added_by uuid,
    added_at timestamptz not null,
    constraint product_pictures_position_known check (position between 0 and 7),
    constraint product_pictures_position_once unique (product_id, position) deferrable initially immediate
  );
`
