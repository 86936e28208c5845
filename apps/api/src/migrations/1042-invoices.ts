import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Invoices that buyers ask their sellers for. */
export class Invoices1780000001042 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table invoices (
        id uuid primary key,
        order_id uuid not null references orders (id),
        cooperative_id uuid not null,
        person_id uuid,
        state text not null,
        title_kind text not null,
        title text not null,
        tax_number text,
        issued_fen bigint,
        invoice_number text,
        file_id uuid references files (id),
        reason text not null default '',
        requested_at timestamptz not null,
        answered_at timestamptz,
        answered_by uuid,
        constraint invoices_order_once unique (order_id),
        constraint invoices_number_once unique (cooperative_id, invoice_number),
        constraint invoices_state_known check (state in ('requested', 'issued', 'refused')),
        constraint invoices_title_kind_known check (title_kind in ('personal', 'company')),
        constraint invoices_company_has_number check (title_kind = 'personal' or tax_number is not null),
        constraint invoices_issued_whole check ((state = 'issued') = (num_nulls(issued_fen, invoice_number, file_id) = 0)),
        constraint invoices_refused_says_why check ((state = 'refused') = (reason <> '')),
        constraint invoices_answered_when_over check ((state = 'requested') = (answered_at is null))
      );
      create index invoices_cooperative on invoices (cooperative_id, id desc);
      create index invoices_to_issue on invoices (cooperative_id, id) where state = 'requested';
      create index invoices_person on invoices (person_id) where person_id is not null;
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
