import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Lots that are called back, and whom that has been told. */
export class Recalls1780000001021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index order_lines_lot_codes on order_lines using gin (lot_codes);
      create table recalls (
        id uuid primary key,
        lot_id uuid not null,
        lot_code text not null,
        cooperative_id uuid not null,
        product_zh text not null,
        product_en text not null,
        reason text not null,
        made_by uuid not null,
        made_at timestamptz not null,
        constraint recalls_lot_once unique (lot_id)
      );
      create trigger recalls_append_only before update or delete on recalls
        for each row execute function refuse_change();
      create table recall_notices (
        recall_id uuid not null references recalls (id),
        order_id uuid not null references orders (id),
        told_at timestamptz,
        primary key (recall_id, order_id)
      );
      create index recall_notices_untold on recall_notices (recall_id) where told_at is null;
    `)
    await runner.query(`
      do $$ begin
        if exists (select from pg_roles where rolname = 'weibao_app') then
          revoke update, delete, truncate on recalls from weibao_app;
          revoke delete, truncate on recall_notices from weibao_app;
        end if;
      end $$;
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
