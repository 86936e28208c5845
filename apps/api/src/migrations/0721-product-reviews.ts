import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Products that cooperatives make themselves: handed in, approved by another person, or returned. */
export class ProductReviews1780000000721 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(REVIEWS)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}

const REVIEWS = `
  alter table products add column is_protected_species boolean not null default false;
  alter table products drop constraint products_state_known;
  alter table products add constraint products_state_known
    check (state in ('draft', 'submitted', 'listed', 'returned', 'withdrawn'));

  create table product_reviews (
    id uuid primary key,
    product_id uuid not null references products (id),
    cooperative_id uuid not null,
    kind text not null,
    state text not null default 'waiting',
    facts jsonb not null,
    before jsonb,
    submitted_by uuid not null,
    submitted_at timestamptz not null,
    decided_by uuid,
    decided_at timestamptz,
    reason text not null default '',
    constraint product_reviews_kind_known check (kind in ('listing', 'change')),
    constraint product_reviews_state_known check (state in ('waiting', 'approved', 'returned', 'recalled')),
    constraint product_reviews_by_two check (decided_by is null or decided_by <> submitted_by),
    constraint product_reviews_decided check ((state in ('approved', 'returned')) = (decided_by is not null)),
    constraint product_reviews_returned_says_why check (state <> 'returned' or reason <> '')
  );
  create unique index product_reviews_one_waiting on product_reviews (product_id) where state = 'waiting';
  create index product_reviews_queue on product_reviews (state, id);
  create index product_reviews_product on product_reviews (product_id, id desc);
`
