import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Who approved first what waits for a second approver, and the limit that an acceptance was weighed by. It stays
 * proposed meanwhile: its deadline, its hold and whatever else ends it are as they were.
 */
export class SecondApprovals1780000001313 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table allocations
        add column first_approved_at timestamptz,
        add column first_approved_by uuid,
        add column approval_limit_fen bigint,
        add constraint allocations_first_approval_whole check ((first_approved_at is null) = (first_approved_by is null)),
        add constraint allocations_approved_by_two_people check (first_approved_by <> accepted_by),
        add constraint allocations_limit_when_accepted check (approval_limit_fen is null or accepted_at is not null),
        add constraint allocations_over_limit_by_two check (first_approved_by is not null
          or goods_fen + freight_fen <= approval_limit_fen);
      create index allocations_waiting_for_second on allocations (buyer_id, id desc)
        where state = 'proposed' and first_approved_by is not null;
      create trigger allocations_first_approval_stays before update of first_approved_at, first_approved_by on allocations
        for each row when (old.first_approved_by is not null and (old.first_approved_at, old.first_approved_by)
          is distinct from (new.first_approved_at, new.first_approved_by)) execute function refuse_change();

      -- What is spoken for of each budget line: not what an order was cancelled of.
      create view budget_use_facts as
        select a.budget_line_id,
          coalesce(sum(a.goods_fen + a.freight_fen) filter (where a.state = 'proposed'), 0)::bigint as proposed_fen,
          coalesce(sum(a.goods_fen + a.freight_fen) filter (where a.state <> 'proposed'), 0)::bigint as taken_fen
        from allocations a
        where a.state in ('proposed', 'accepted', 'confirmed', 'ordered') and a.budget_line_id is not null
          and not exists (select from order_line_facts o where o.allocation_id = a.id and o.state = 'cancelled')
        group by a.budget_line_id;
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
