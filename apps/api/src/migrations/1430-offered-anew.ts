import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Of what an ordered allocation does not deliver: what its cooperative failed to, which is offered anew at once. */
export class OfferedAnew1780000001430 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace view allocation_undelivered_facts as
        select l.allocation_id, a.demand_line_id, l.quantity as packages, l.line_total_fen as goods_fen, l.freight_fen,
            case when exists (
              select from order_events e where e.order_id = o.id and e.kind = 'cancelled'
                and e.details ->> 'reason' in ('goods-lost', 'shortfall', 'cannot-send')) then l.quantity else 0 end as failed_packages
          from order_lines l join orders o on o.id = l.order_id join allocations a on a.id = l.allocation_id
          where o.state = 'cancelled'
        union all
        select l.allocation_id, a.demand_line_id, sum(s.refunded_quantity)::int, sum(s.refunded_goods_fen)::bigint,
            sum(s.refunded_freight_fen)::bigint,
            coalesce(sum(s.refunded_quantity) filter (where c.reason <> 'not-wanted'), 0)::int
          from order_lines l join orders o on o.id = l.order_id join allocations a on a.id = l.allocation_id
            join after_sale_lines s on s.order_line_id = l.id join after_sale_cases c on c.id = s.case_id
          where o.state <> 'cancelled' and c.state = 'settled' and not c.is_after_acceptance and c.reason <> 'no-reason'
            and s.refunded_quantity > 0
          group by l.allocation_id, a.demand_line_id;

      create index allocations_offered_anew on allocations (follows_id) where follows_id is not null;
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
