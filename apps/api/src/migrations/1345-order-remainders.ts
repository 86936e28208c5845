import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What a part-shipped order still owes can be cancelled: a case of its own kind, settled as it is opened. */
export class OrderRemainders1780000001345 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table after_sale_cases
        drop constraint after_sale_cases_kind_known,
        drop constraint after_sale_cases_reason_known,
        drop constraint after_sale_cases_kind_fits;
      alter table after_sale_cases
        add constraint after_sale_cases_kind_known check (kind in ('refund-only', 'return-and-refund', 'not-shipped')),
        add constraint after_sale_cases_reason_known check (reason in ('damaged', 'spoilt', 'short', 'wrong',
          'not-as-described', 'no-reason', 'not-wanted', 'goods-lost', 'shortfall')),
        add constraint after_sale_cases_kind_fits check ((reason <> 'no-reason' or kind = 'return-and-refund')
          and (reason <> 'short' or kind = 'refund-only')
          and (kind = 'not-shipped') = (reason in ('not-wanted', 'goods-lost', 'shortfall'))),
        add constraint after_sale_cases_not_shipped check (kind <> 'not-shipped' or state in ('opened', 'settled')
          and answer is null and decision_fen is null and return_sent_at is null and not coalesce(is_after_acceptance, false)
          and (reason <> 'not-wanted' or requested_freight_fen = 0));
      alter table order_events drop constraint order_events_kind_known;
      alter table order_events add constraint order_events_kind_known check (kind in ('placed', 'paid', 'partly-shipped',
        'shipped', 'delivered', 'parcel-lost', 'parcel-returned', 'rest-cancelled', 'accepted', 'auto-accepted', 'cancelled',
        'refunded', 'closed'));
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
