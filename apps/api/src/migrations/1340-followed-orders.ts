import type { MigrationInterface, QueryRunner } from 'typeorm'

/** A cancelled order frees what its allocations had of their demands: the market has changed. */
export class FollowedOrders1780000001340 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function note_demands_of_order() returns trigger language plpgsql as $$
      begin
        insert into market_changes (kind, object_id)
          select distinct 'demand', a.demand_id from order_lines l join allocations a on a.id = l.allocation_id
            where l.order_id = new.id;
        return null;
      end $$;
      create trigger orders_note_cancelled after update of state on orders
        for each row when (new.state = 'cancelled' and old.state <> 'cancelled')
        execute function note_demands_of_order();
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
