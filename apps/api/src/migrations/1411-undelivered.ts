import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What of an ordered allocation is not delivered is wanted again, and may be paid for again. */
export class Undelivered1780000001411 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Refunded before its order was accepted: cancelled with it, cancelled of it, or found short or unfit at the door.
      -- What is sent back without a reason was delivered.
      create view allocation_undelivered_facts as
        select l.allocation_id, a.demand_line_id, l.quantity as packages, l.line_total_fen as goods_fen, l.freight_fen
          from order_lines l join orders o on o.id = l.order_id join allocations a on a.id = l.allocation_id
          where o.state = 'cancelled'
        union all
        select l.allocation_id, a.demand_line_id, sum(s.refunded_quantity)::int, sum(s.refunded_goods_fen)::bigint,
            sum(s.refunded_freight_fen)::bigint
          from order_lines l join orders o on o.id = l.order_id join allocations a on a.id = l.allocation_id
            join after_sale_lines s on s.order_line_id = l.id join after_sale_cases c on c.id = s.case_id
          where o.state <> 'cancelled' and c.state = 'settled' and not c.is_after_acceptance and c.reason <> 'no-reason'
            and s.refunded_quantity > 0
          group by l.allocation_id, a.demand_line_id;

      create view allocation_standing_facts as
        select a.id as allocation_id, a.demand_line_id, a.demand_id, a.cooperative_id, a.budget_line_id, a.state,
          a.mass_grams - coalesce(u.packages, 0)::bigint * a.pack_grams as mass_grams,
          a.goods_fen + a.freight_fen - coalesce(u.goods_fen + u.freight_fen, 0) as total_fen
        from allocations a left join allocation_undelivered_facts u on u.allocation_id = a.id
        where a.state in ('proposed', 'accepted', 'confirmed', 'ordered');

      create or replace view budget_use_facts as
        select budget_line_id,
          coalesce(sum(total_fen) filter (where state = 'proposed'), 0)::bigint as proposed_fen,
          coalesce(sum(total_fen) filter (where state <> 'proposed'), 0)::bigint as taken_fen
        from allocation_standing_facts where budget_line_id is not null group by budget_line_id;

      alter table round_changes
        drop constraint round_changes_cause_known,
        add constraint round_changes_cause_known check (cause in ('lot-sold', 'lot-changed', 'line-changed',
          'below-minimum', 'budget-spent', 'share-reached'));

      create function note_demands_of_case() returns trigger language plpgsql as $$
      begin
        insert into market_changes (kind, object_id)
          select distinct 'demand', a.demand_id from after_sale_lines s join order_lines l on l.id = s.order_line_id
            join allocations a on a.id = l.allocation_id
            where s.case_id = new.id;
        return null;
      end $$;
      create constraint trigger after_sale_cases_note_settled after insert or update of state on after_sale_cases
        deferrable initially deferred
        for each row when (new.state = 'settled') execute function note_demands_of_case();
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
