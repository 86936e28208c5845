import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * What has changed in the market, written by triggers in the deciding transactions. A reader keeps the snapshot
 * it has read by and asks for what was not visible in it: no gap and no double, in whatever order transactions end.
 */
export class Preview1780000001320 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table market_changes (
        id bigint generated always as identity primary key,
        made_in xid8 not null default pg_current_xact_id(),
        kind text not null,
        object_id uuid,
        made_at timestamptz not null default now(),
        constraint market_changes_kind_known check (kind in ('lot', 'demand', 'rules')),
        constraint market_changes_of_something check ((kind = 'rules') = (object_id is null))
      );
      create index market_changes_made_in on market_changes (made_in);
      create index market_changes_made_at on market_changes (made_at);

      create function note_lot_change() returns trigger language plpgsql as $$
      begin
        insert into market_changes (kind, object_id) values ('lot', new.id);
        return null;
      end $$;
      create trigger lots_note_opened after insert on lots
        for each row when (new.state <> 'draft') execute function note_lot_change();
      create trigger lots_note_changed after update on lots
        for each row when (new.state <> 'draft' and new.* is distinct from old.*) execute function note_lot_change();

      create function note_demand_change() returns trigger language plpgsql as $$
      begin
        insert into market_changes (kind, object_id) values ('demand', new.id);
        return null;
      end $$;
      create trigger demands_note_changed after insert or update on demands
        for each row execute function note_demand_change();

      create function note_demand_of_change() returns trigger language plpgsql as $$
      begin
        insert into market_changes (kind, object_id) values ('demand', new.demand_id);
        return null;
      end $$;
      create trigger demand_lines_note_changed after update on demand_lines
        for each row execute function note_demand_of_change();
      create function note_demands_of_lines() returns trigger language plpgsql as $$
      begin
        insert into market_changes (kind, object_id) select distinct 'demand', demand_id from added;
        return null;
      end $$;
      create trigger demand_lines_note_added after insert on demand_lines referencing new table as added
        for each statement execute function note_demands_of_lines();
      create trigger allocations_note_changed after insert or update of state on allocations
        for each row execute function note_demand_of_change();

      create function note_rules_change() returns trigger language plpgsql as $$
      begin
        insert into market_changes (kind) values ('rules');
        return null;
      end $$;
      create trigger settings_note_changed after insert on settings
        for each statement execute function note_rules_change();
      create trigger products_note_changed after update on products
        for each row when (new.state is distinct from old.state or new.category_code is distinct from old.category_code)
        execute function note_rules_change();
      create trigger recognitions_note_changed after insert or update on recognitions
        for each statement execute function note_rules_change();
      create trigger cooperatives_note_changed after update on cooperative_profiles
        for each row when (new.member_farmers is distinct from old.member_farmers) execute function note_rules_change();
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
