import type { MigrationInterface, QueryRunner } from 'typeorm'

/** That a line does not come back without a reason, as its buyer agreed to it in checkout: frozen on the line. */
export class ReturnExceptionConsents1780000001346 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table order_lines
        add column return_exception_version text,
        add column return_exception_at timestamptz,
        add constraint order_lines_return_exception_whole
          check ((return_exception_version is null) = (return_exception_at is null));
      -- What was ordered until now was agreed to under the first text, where the product asked for it.
      update order_lines l set return_exception_version = '2026-11', return_exception_at = g.placed_at
        from orders o join order_groups g on g.id = o.group_id, products p
       where o.id = l.order_id and p.id = l.product_id and p.is_return_exception and g.accepts_return_exception;
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
