import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * What a payment is for, in both languages: whoever records a transfer need not read the payer's. Of what was
 * placed before, `description` is in the payer's language, and the English text is empty.
 */
export class PaymentDescriptions1780000000912 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table payments add column description_en text not null default ''`)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
