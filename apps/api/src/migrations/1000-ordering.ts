import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Carts, order groups, orders and their lines, shipments, receipts, and what happened to each order. */
export class Ordering1780000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table carts (
        id uuid primary key,
        person_id uuid,
        guest_key text,
        updated_at timestamptz not null default now(),
        constraint carts_one_owner check ((person_id is null) <> (guest_key is null)),
        constraint carts_person_once unique (person_id),
        constraint carts_guest_once unique (guest_key)
      );
      create table cart_lines (
        cart_id uuid not null references carts (id) on delete cascade,
        sku_id uuid not null,
        quantity integer not null,
        added_at timestamptz not null default now(),
        primary key (cart_id, sku_id),
        constraint cart_lines_quantity check (quantity between 1 and 100000)
      );

      create sequence order_numbers;

      create table order_groups (
        id uuid primary key,
        number text not null,
        person_id uuid,
        guest_key text,
        idempotency_key text not null,
        locale text not null,
        goods_fen bigint not null,
        freight_fen bigint not null,
        total_fen bigint not null,
        address jsonb,
        email text,
        terms_version text not null,
        is_adult boolean not null,
        accepts_return_exception boolean not null,
        placed_at timestamptz not null,
        constraint order_groups_number_once unique (number),
        constraint order_groups_one_owner check ((person_id is null) <> (guest_key is null)),
        constraint order_groups_total check (total_fen = goods_fen + freight_fen and goods_fen > 0 and freight_fen >= 0)
      );
      create unique index order_groups_placed_once on order_groups (coalesce(person_id::text, guest_key), idempotency_key);

      create table orders (
        id uuid primary key,
        number text not null,
        group_id uuid not null references order_groups (id),
        cooperative_id uuid not null,
        cooperative_slug text not null,
        cooperative_name_zh text not null,
        cooperative_name_en text not null,
        person_id uuid,
        guest_key text,
        state text not null default 'placed',
        channel text not null,
        goods_fen bigint not null,
        freight_fen bigint not null,
        total_fen bigint not null,
        note text not null default '',
        recipient text not null,
        subdistrict_code text,
        is_in_baoshan boolean not null,
        placed_at timestamptz not null,
        auto_accept_at timestamptz,
        updated_at timestamptz not null default now(),
        constraint orders_number_once unique (number),
        constraint orders_one_per_cooperative unique (group_id, cooperative_id),
        constraint orders_state_known check (state in ('placed', 'confirmed', 'shipped', 'delivered', 'accepted', 'closed', 'cancelled')),
        constraint orders_total check (total_fen = goods_fen + freight_fen and goods_fen > 0 and freight_fen >= 0)
      );
      create index orders_group on orders (group_id);
      create index orders_person on orders (person_id, id desc) where person_id is not null;
      create index orders_guest on orders (guest_key, id desc) where guest_key is not null;
      create index orders_cooperative on orders (cooperative_id, id desc);
      create index orders_cooperative_state on orders (cooperative_id, state, id desc);
      create index orders_due on orders (auto_accept_at) where state in ('shipped', 'delivered');

      create table order_lines (
        id uuid primary key,
        order_id uuid not null references orders (id),
        sku_id uuid not null,
        product_id uuid not null,
        product_slug text not null,
        name_zh text not null,
        name_en text not null,
        sku_name_zh text not null,
        sku_name_en text not null,
        category text not null,
        township_code text not null,
        pack_grams integer not null,
        quantity integer not null,
        unit_price_fen bigint not null,
        line_total_fen bigint not null,
        commission_basis_points integer not null,
        commission_fen bigint not null,
        is_recognised boolean not null,
        lot_codes text[] not null default '{}',
        constraint order_lines_sku_once unique (order_id, sku_id),
        constraint order_lines_quantity check (quantity > 0),
        constraint order_lines_total check (line_total_fen = unit_price_fen * quantity and unit_price_fen > 0),
        constraint order_lines_commission check (commission_fen between 0 and line_total_fen and commission_basis_points between 0 and 10000)
      );
      create index order_lines_order on order_lines (order_id);

      create table shipments (
        id uuid primary key,
        order_id uuid not null references orders (id),
        number text not null,
        state text not null default 'dispatched',
        courier text not null,
        tracking_number text not null,
        dispatched_at timestamptz,
        delivered_at timestamptz,
        created_at timestamptz not null default now(),
        constraint shipments_number_once unique (number),
        constraint shipments_tracking_once unique (courier, tracking_number),
        constraint shipments_state_known check (state in ('packed', 'dispatched', 'delivered', 'accepted', 'lost', 'returned'))
      );
      create index shipments_order on shipments (order_id);

      create table goods_receipts (
        id uuid primary key,
        order_id uuid not null references orders (id),
        kind text not null,
        received_by uuid,
        received_at timestamptz not null,
        constraint goods_receipts_order_once unique (order_id),
        constraint goods_receipts_kind_known check (kind in ('buyer', 'automatic'))
      );

      create table order_events (
        id uuid primary key,
        order_id uuid not null references orders (id),
        kind text not null,
        actor_id uuid,
        details jsonb not null default '{}',
        happened_at timestamptz not null,
        constraint order_events_kind_known check (kind in ('placed', 'paid', 'shipped', 'delivered', 'accepted',
          'auto-accepted', 'cancelled', 'refunded', 'closed'))
      );
      create index order_events_order on order_events (order_id, id);
      create trigger order_events_append_only before update or delete on order_events
        for each row execute function refuse_change();
    `)
    await runner.query(`
      do $$ begin
        if exists (select from pg_roles where rolname = 'weibao_app') then
          revoke update, delete, truncate on order_events from weibao_app;
        end if;
      end $$;
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
