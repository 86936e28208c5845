import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Reviews by those who received the goods; the sum of their stars stands in the search row. */
export class Reviews1780000001040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table reviews (
        id uuid primary key,
        order_line_id uuid not null references order_lines (id),
        order_id uuid not null references orders (id),
        product_id uuid not null,
        cooperative_id uuid not null,
        person_id uuid,
        author text not null,
        rating integer not null,
        body text not null,
        written_at timestamptz not null,
        edited_at timestamptz,
        answer text,
        answered_by uuid,
        answered_at timestamptz,
        is_hidden boolean not null default false,
        hidden_reason text not null default '',
        constraint reviews_line_once unique (order_line_id),
        constraint reviews_rating check (rating between 1 and 5),
        constraint reviews_answer_whole check ((answer is null) = (answered_at is null)),
        constraint reviews_hidden_says_why check (is_hidden = (hidden_reason <> ''))
      );
      create index reviews_product on reviews (product_id, id desc) where not is_hidden;
      create index reviews_cooperative on reviews (cooperative_id, id desc);
      create index reviews_to_answer on reviews (cooperative_id) where answer is null and not is_hidden;
      create index reviews_hidden on reviews (id desc) where is_hidden;
      create index reviews_order on reviews (order_id);
      create index reviews_person on reviews (person_id) where person_id is not null;

      create table review_reports (
        review_id uuid not null references reviews (id),
        person_id uuid not null,
        reason text not null,
        reported_at timestamptz not null,
        settled_at timestamptz,
        primary key (review_id, person_id)
      );
      create index review_reports_open on review_reports (review_id) where settled_at is null;

      alter table product_search
        add column rating_count integer not null default 0,
        add column rating_sum integer not null default 0,
        add constraint product_search_rating check (rating_sum between rating_count and rating_count * 5);
    `)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}
