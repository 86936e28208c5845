import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Gift boxes: skus of one cooperative at a price of their own. */
export class Bundles1780000000710 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table bundles (
        id uuid primary key,
        slug text not null,
        cooperative_id uuid not null references cooperative_profiles (organisation_id),
        name_zh text not null,
        name_en text not null,
        story_zh text not null,
        story_en text not null,
        price_fen bigint not null,
        price_breaks jsonb not null default '[]',
        is_active boolean not null default true,
        version integer not null default 1,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        constraint bundles_slug_once unique (slug),
        constraint bundles_price_positive check (price_fen > 0)
      );
      create index bundles_cooperative on bundles (cooperative_id, id desc);
      create index bundles_price on bundles (price_fen, id) where is_active;

      create table bundle_components (
        bundle_id uuid not null references bundles (id),
        sku_id uuid not null references skus (id),
        quantity integer not null,
        position integer not null,
        primary key (bundle_id, sku_id),
        constraint bundle_components_quantity check (quantity between 1 and 20),
        constraint bundle_components_position_once unique (bundle_id, position)
      );
      create index bundle_components_sku on bundle_components (sku_id);
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
