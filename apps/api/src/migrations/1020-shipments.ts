import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What is in each parcel, what its courier reports of it, and orders that have shipped in part. */
export class Shipments1780000001020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table orders drop constraint orders_state_known;
      alter table orders add constraint orders_state_known check (state in ('placed', 'confirmed', 'partly-shipped',
        'shipped', 'delivered', 'accepted', 'closed', 'cancelled'));
      alter table order_events drop constraint order_events_kind_known;
      alter table order_events add constraint order_events_kind_known check (kind in ('placed', 'paid', 'partly-shipped',
        'shipped', 'delivered', 'parcel-lost', 'parcel-returned', 'accepted', 'auto-accepted', 'cancelled', 'refunded', 'closed'));

      alter table shipments
        add column temperature_mode text not null default 'none',
        add column arrives_from date,
        add column arrives_to date,
        add column tracking text not null default 'awaited',
        add column next_poll_at timestamptz,
        add constraint shipments_mode_known check (temperature_mode in ('none', 'chilled', 'frozen')),
        add constraint shipments_tracking_known check (tracking in ('awaited', 'known', 'unknown')),
        add constraint shipments_arrival_ordered check (arrives_from <= arrives_to);
      create index shipments_due on shipments (next_poll_at) where state = 'dispatched';

      create table shipment_lines (
        shipment_id uuid not null references shipments (id),
        order_line_id uuid not null references order_lines (id),
        quantity integer not null,
        primary key (shipment_id, order_line_id),
        constraint shipment_lines_quantity check (quantity > 0)
      );
      create index shipment_lines_order_line on shipment_lines (order_line_id);
      -- Until now a shipment was its whole order.
      insert into shipment_lines (shipment_id, order_line_id, quantity)
        select s.id, l.id, l.quantity from shipments s join order_lines l on l.order_id = s.order_id;

      -- Under the lock of the order: two parcels at once can not ship the same packages.
      create function check_shipment_line() returns trigger language plpgsql as $$
      declare
        owed integer;
        shipped integer;
      begin
        perform 1 from orders o join shipments s on s.order_id = o.id where s.id = new.shipment_id for update of o;
        select l.quantity - coalesce(c.refunded_quantity, 0) into owed
          from order_lines l
          join shipments s on s.order_id = l.order_id and s.id = new.shipment_id
          left join order_line_claims c on c.order_line_id = l.id
         where l.id = new.order_line_id;
        select coalesce(sum(quantity), 0) into shipped from shipment_lines where order_line_id = new.order_line_id;
        if owed is null or shipped + new.quantity > owed then
          raise exception 'more shipped than ordered and not refunded'
            using errcode = 'check_violation', constraint = 'shipment_lines_within_order';
        end if;
        return new;
      end $$;
      create trigger shipment_lines_within_order before insert on shipment_lines
        for each row execute function check_shipment_line();
      create trigger shipment_lines_append_only before update or delete on shipment_lines
        for each row execute function refuse_change();
      create trigger shipment_lines_no_truncate before truncate on shipment_lines
        for each statement execute function refuse_change();

      create table shipment_events (
        id uuid primary key,
        shipment_id uuid not null references shipments (id),
        code text not null,
        place_zh text not null,
        place_en text not null,
        happened_at timestamptz not null,
        recorded_at timestamptz not null,
        constraint shipment_events_once unique (shipment_id, code, happened_at),
        constraint shipment_events_code_known check (code in ('picked-up', 'sorted', 'departed', 'arrived',
          'at-station', 'out-for-delivery', 'delivered', 'lost', 'returned'))
      );
      create trigger shipment_events_append_only before update or delete on shipment_events
        for each row execute function refuse_change();
      create trigger shipment_events_no_truncate before truncate on shipment_events
        for each statement execute function refuse_change();
    `)
    await runner.query(`
      do $$ begin
        if exists (select from pg_roles where rolname = 'weibao_app') then
          revoke update, delete, truncate on shipment_lines, shipment_events from weibao_app;
        end if;
      end $$;
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
