import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Orders of buyer organisations: whose they are, beside who placed them, and the allocation that each line
 * carries out. An order is of one cooperative and one channel, so a group may have several of a cooperative,
 * and an order several lines of a sku: out of several lots, each under its own allocation.
 */
export class ProcurementOrders1780000001310 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table order_groups
        add column buyer_id uuid,
        add column delivery_point_id uuid references delivery_points (id),
        add constraint order_groups_buyer_by_somebody check (buyer_id is null or person_id is not null),
        add constraint order_groups_buyer_receives check ((buyer_id is null) = (delivery_point_id is null));
      create index order_groups_buyer on order_groups (buyer_id, id desc) where buyer_id is not null;

      alter table orders
        add column buyer_id uuid,
        add column buyer_name_zh text,
        add column buyer_name_en text,
        add column purchase_kind text not null default 'direct',
        add column leaves_on date,
        add column arrives_on date,
        add constraint orders_buyer_by_somebody check (buyer_id is null or person_id is not null),
        add constraint orders_buyer_whole check (num_nonnulls(buyer_id, buyer_name_zh, buyer_name_en, leaves_on,
          arrives_on) in (0, 5) and leaves_on <= arrives_on),
        add constraint orders_purchase_kind_known check (purchase_kind in ('direct', 'assisted')),
        drop constraint orders_one_per_cooperative,
        add constraint orders_one_per_cooperative unique (group_id, cooperative_id, channel);
      create index orders_buyer on orders (buyer_id, id desc) where buyer_id is not null;
      create index orders_buyer_state on orders (buyer_id, state, id desc) where buyer_id is not null;

      alter table order_lines
        add column allocation_id uuid references allocations (id),
        add column freight_fen bigint,
        add constraint order_lines_allocation_once unique (allocation_id),
        add constraint order_lines_freight check ((freight_fen is null) = (allocation_id is null) and freight_fen >= 0),
        drop constraint order_lines_sku_once,
        add constraint order_lines_sku_once unique nulls not distinct (order_id, sku_id, order_bundle_id, allocation_id);
    `)
    await runner.query(FACTS)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}

const FACTS = `
  create view order_facts as
    select o.id as order_id, o.number, o.group_id, o.buyer_id, o.cooperative_id, o.state, o.channel, o.purchase_kind,
      o.is_in_baoshan, o.subdistrict_code, o.goods_fen, o.freight_fen, o.total_fen, o.leaves_on, o.arrives_on,
      o.placed_at, r.received_at
    from orders o left join goods_receipts r on r.order_id = o.id;
  create view order_line_facts as
    select l.id as order_line_id, l.order_id, o.number, o.group_id, o.buyer_id, o.cooperative_id, o.state, o.channel,
      o.purchase_kind, o.is_in_baoshan, o.subdistrict_code, o.placed_at, l.sku_id, l.product_id, l.category,
      l.township_code, l.quantity, l.quantity::bigint * l.pack_grams as mass_grams, l.line_total_fen, l.freight_fen,
      l.commission_fen, l.is_recognised, l.allocation_id, a.budget_line_id, a.demand_line_id, a.demand_id, a.round_id,
      a.lot_id
    from order_lines l join orders o on o.id = l.order_id left join allocations a on a.id = l.allocation_id;
`
