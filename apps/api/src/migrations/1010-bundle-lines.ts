import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Gift boxes in carts and orders. A box bought is a row of its own; its contents are ordinary order
 * lines that name it and share its price, so that stock, money and volume follow as of any line.
 */
export class BundleLines1780000001010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table cart_bundles (
        cart_id uuid not null references carts (id) on delete cascade,
        bundle_id uuid not null,
        quantity integer not null,
        added_at timestamptz not null default now(),
        primary key (cart_id, bundle_id),
        constraint cart_bundles_quantity check (quantity between 1 and 100000)
      );

      create table order_bundles (
        id uuid primary key,
        order_id uuid not null references orders (id),
        bundle_id uuid not null,
        slug text not null,
        name_zh text not null,
        name_en text not null,
        quantity integer not null,
        unit_price_fen bigint not null,
        total_fen bigint not null,
        constraint order_bundles_bundle_once unique (order_id, bundle_id),
        constraint order_bundles_total check (quantity > 0 and unit_price_fen > 0 and total_fen = unit_price_fen * quantity)
      );

      alter table order_lines
        add column order_bundle_id uuid references order_bundles (id),
        drop constraint order_lines_sku_once,
        add constraint order_lines_sku_once unique nulls not distinct (order_id, sku_id, order_bundle_id),
        drop constraint order_lines_total,
        add constraint order_lines_total check (line_total_fen > 0 and unit_price_fen = line_total_fen / quantity
          and (order_bundle_id is not null or line_total_fen = unit_price_fen * quantity));
      create index order_lines_bundle on order_lines (order_bundle_id) where order_bundle_id is not null;
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
