import type { MigrationInterface, QueryRunner } from 'typeorm'

/** 联农带农: which farmers a cooperative paid, by season. Codes, never names. */
export class BenefitRecords1780000000810 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table benefit_records (
        id uuid primary key,
        cooperative_id uuid not null,
        season integer not null,
        household_code text not null,
        kind text not null,
        amount_fen bigint not null,
        paid_on date not null,
        recorded_by uuid,
        recorded_at timestamptz not null default now(),
        constraint benefit_records_once unique (cooperative_id, household_code, kind, paid_on),
        constraint benefit_records_kind_known check (kind in ('purchase', 'wages', 'dividends')),
        constraint benefit_records_amount_positive check (amount_fen > 0),
        constraint benefit_records_season check (season = extract(year from paid_on))
      );
      create index benefit_records_season on benefit_records (cooperative_id, season);
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
