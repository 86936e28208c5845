import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Goods sent again instead of money: held when both sides agree, sold when the parcel leaves, over on receipt. */
export class Replacements1780000001347 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table after_sale_cases
        drop constraint after_sale_cases_kind_known,
        drop constraint after_sale_cases_kind_fits,
        drop constraint after_sale_cases_state_known,
        drop constraint after_sale_cases_answer;
      alter table after_sale_cases
        add column resend_courier text,
        add column resend_tracking text,
        add column resent_at timestamptz,
        add constraint after_sale_cases_kind_known
          check (kind in ('refund-only', 'return-and-refund', 'replacement', 'not-shipped')),
        add constraint after_sale_cases_kind_fits check ((reason <> 'no-reason' or kind = 'return-and-refund')
          and (reason <> 'short' or kind in ('refund-only', 'replacement'))
          and (kind = 'not-shipped') = (reason in ('not-wanted', 'goods-lost', 'shortfall'))),
        add constraint after_sale_cases_state_known check (state in ('opened', 'answered', 'refereed', 'agreed', 'returning',
          'to-resend', 'resent', 'replaced', 'settled', 'closed', 'withdrawn')),
        add constraint after_sale_cases_answer check ((answer is null) = (answer_fen is null) and (answer is null
          or answer = 'agreed' and answer_fen = requested_goods_fen + requested_freight_fen
          or answer = 'reduced' and answer_fen between 1 and requested_goods_fen + requested_freight_fen - 1
          or answer in ('refused', 'replacement') and answer_fen = 0)),
        add constraint after_sale_cases_resent_whole check ((resent_at is null) = (resend_tracking is null)
          and (resent_at is null) = (resend_courier is null)),
        -- No money was promised where goods are sent again; what was sent names its parcel.
        add constraint after_sale_cases_replaced check ((state not in ('to-resend', 'resent', 'replaced')
            or answer = 'replacement' and agreed_fen is null)
          and (state <> 'to-resend' or resent_at is null) and (state not in ('resent', 'replaced') or resent_at is not null));
      create unique index after_sale_cases_resend_once on after_sale_cases (resend_courier, resend_tracking);
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
