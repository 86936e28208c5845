import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Photographs of reviews, one later addition, votes for the useful ones, and the one reminder to write. */
export class ReviewPhotos1780000001349 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table reviews
        add column addition text,
        add column added_at timestamptz,
        add column useful_count integer not null default 0,
        add constraint reviews_addition_whole check ((addition is null) = (added_at is null)),
        add constraint reviews_addition_later check (added_at >= written_at),
        add constraint reviews_useful check (useful_count >= 0);
      create index reviews_useful on reviews (product_id, useful_count desc, id desc) where not is_hidden;

      create table review_photos (
        id uuid primary key,
        order_line_id uuid not null references order_lines (id),
        review_id uuid references reviews (id),
        is_addition boolean not null default false,
        file_id uuid not null references files (id),
        width integer not null,
        height integer not null,
        uploaded_at timestamptz not null,
        constraint review_photos_addition check (review_id is not null or not is_addition)
      );
      create index review_photos_line on review_photos (order_line_id) where review_id is null;
      create index review_photos_review on review_photos (review_id) where review_id is not null;

      create table review_votes (
        review_id uuid not null references reviews (id),
        person_id uuid not null,
        voted_at timestamptz not null,
        primary key (review_id, person_id)
      );
      create index review_votes_person on review_votes (person_id);

      -- Once an order, whatever becomes of it.
      create table review_reminders (
        order_id uuid primary key references orders (id),
        reminded_at timestamptz not null
      );
      create index goods_receipts_received on goods_receipts (received_at);
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
