import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Parcels of goods sent again are followed as those of orders are: what their couriers report, and when to ask again. */
export class ReplacementParcels1780000001401 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table replacement_parcels (
        case_id uuid primary key references after_sale_cases (id),
        state text not null default 'dispatched',
        dispatched_at timestamptz not null,
        delivered_at timestamptz,
        temperature_mode text not null,
        arrives_from date not null,
        arrives_to date not null,
        tracking text not null default 'awaited',
        next_poll_at timestamptz,
        constraint replacement_parcels_state_known check (state in ('dispatched', 'delivered', 'accepted', 'lost', 'returned')),
        constraint replacement_parcels_mode_known check (temperature_mode in ('none', 'chilled', 'frozen')),
        constraint replacement_parcels_tracking_known check (tracking in ('awaited', 'known', 'unknown')),
        constraint replacement_parcels_arrival_ordered check (arrives_from <= arrives_to),
        constraint replacement_parcels_asked_on_its_way check (state = 'dispatched' or next_poll_at is null),
        constraint replacement_parcels_delivered check (state <> 'delivered' or delivered_at is not null)
      );
      create index replacement_parcels_due on replacement_parcels (next_poll_at) where state = 'dispatched';

      create table replacement_parcel_events (
        id uuid primary key,
        case_id uuid not null references replacement_parcels (case_id),
        code text not null,
        place_zh text not null,
        place_en text not null,
        happened_at timestamptz not null,
        recorded_at timestamptz not null,
        constraint replacement_parcel_events_once unique (case_id, code, happened_at),
        constraint replacement_parcel_events_code_known check (code in ('picked-up', 'sorted', 'departed', 'arrived',
          'at-station', 'out-for-delivery', 'delivered', 'lost', 'returned'))
      );
      create trigger replacement_parcel_events_append_only before update or delete on replacement_parcel_events
        for each row execute function refuse_change();
      create trigger replacement_parcel_events_no_truncate before truncate on replacement_parcel_events
        for each statement execute function refuse_change();

      -- What is on its way already travels as its order did.
      insert into replacement_parcels (case_id, state, dispatched_at, temperature_mode, arrives_from, arrives_to, next_poll_at)
        select c.id, case when c.state = 'resent' then 'dispatched' else 'accepted' end, c.resent_at,
               coalesce(s.temperature_mode, 'none'),
               shanghai_day(c.resent_at) + coalesce(s.arrives_from - shanghai_day(s.dispatched_at), 4),
               shanghai_day(c.resent_at) + coalesce(s.arrives_to - shanghai_day(s.dispatched_at), 6),
               case when c.state = 'resent' then c.resent_at end
          from after_sale_cases c
          left join lateral (select * from shipments s where s.order_id = c.order_id and s.arrives_from is not null
                              and s.dispatched_at is not null order by s.id desc limit 1) s on true
         where c.resent_at is not null;
    `)
    await runner.query(`
      do $$ begin
        if exists (select from pg_roles where rolname = 'weibao_app') then
          revoke update, delete, truncate on replacement_parcel_events from weibao_app;
        end if;
      end $$;
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
