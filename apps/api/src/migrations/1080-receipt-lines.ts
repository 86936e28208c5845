import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What arrived of each line of an order that was received with differences, and the cases that credit them. */
export class ReceiptLines1780000001080 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table goods_receipts
        add column short_case_id uuid references after_sale_cases (id),
        add column damaged_case_id uuid references after_sale_cases (id),
        add constraint goods_receipts_short_case_once unique (short_case_id),
        add constraint goods_receipts_damaged_case_once unique (damaged_case_id),
        add constraint goods_receipts_with_order unique (id, order_id),
        add constraint goods_receipts_silence_is_whole
          check (kind = 'buyer' or short_case_id is null and damaged_case_id is null);

      create table goods_receipt_lines (
        id uuid primary key,
        receipt_id uuid not null,
        order_id uuid not null,
        order_line_id uuid not null references order_lines (id),
        ordered integer not null,
        accepted integer not null,
        short integer not null,
        damaged integer not null,
        in_cases integer not null,
        over integer not null,
        weighed_grams integer,
        note text not null,
        credit_fen bigint not null,
        constraint goods_receipt_lines_of_order foreign key (receipt_id, order_id) references goods_receipts (id, order_id),
        constraint goods_receipt_lines_once unique (order_line_id),
        constraint goods_receipt_lines_count check (accepted >= 0 and short >= 0 and damaged >= 0 and in_cases >= 0
          and over >= 0 and accepted + short + damaged + in_cases = ordered),
        constraint goods_receipt_lines_weighed check (weighed_grams > 0),
        constraint goods_receipt_lines_note_short check (char_length(note) <= 200),
        constraint goods_receipt_lines_credit check (credit_fen >= 0 and (short + damaged > 0) = (credit_fen > 0))
      );
      create index goods_receipt_lines_order on goods_receipt_lines (order_id);
      create trigger goods_receipts_append_only before update or delete on goods_receipts
        for each row execute function refuse_change();
      create trigger goods_receipt_lines_append_only before update or delete on goods_receipt_lines
        for each row execute function refuse_change();
    `)
    await runner.query(`
      do $$ begin
        if exists (select from pg_roles where rolname = 'weibao_app') then
          revoke update, delete, truncate on goods_receipts, goods_receipt_lines from weibao_app;
        end if;
      end $$;
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
