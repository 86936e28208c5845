import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Categories, townships, cooperatives' pages, products, skus, recognitions, papers, search. */
export class Catalog1780000000700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PLACES)
    await runner.query(PRODUCTS)
    await runner.query(PAPERS)
    await runner.query(SEARCH)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}

const PLACES = `
  create table categories (
    code text primary key,
    name_zh text not null,
    name_en text not null,
    position integer not null,
    is_business_only boolean not null default false
  );

  create table townships (
    code text primary key,
    name_zh text not null,
    name_en text not null,
    kind text not null,
    intro_zh text not null,
    intro_en text not null,
    villages text[] not null default '{}',
    position integer not null,
    constraint townships_kind_known check (kind in ('town', 'township'))
  );

  create table cooperative_profiles (
    organisation_id uuid primary key,
    slug text not null,
    name_zh text not null,
    name_en text not null,
    township_code text not null references townships (code),
    villages text[] not null default '{}',
    summary_zh text not null,
    summary_en text not null,
    story_zh text not null,
    story_en text not null,
    member_farmers integer not null,
    founded_year integer,
    is_demonstration boolean not null default false,
    joined_on date not null,
    constraint cooperative_profiles_slug_once unique (slug),
    constraint cooperative_profiles_members_not_negative check (member_farmers >= 0)
  );
`

const PRODUCTS = `
  create table products (
    id uuid primary key,
    slug text not null,
    cooperative_id uuid not null references cooperative_profiles (organisation_id),
    category_code text not null references categories (code),
    name_zh text not null,
    name_en text not null,
    state text not null default 'draft',
    origin_scope text not null,
    township_code text not null references townships (code),
    township_codes text[] not null,
    villages text[] not null default '{}',
    story_zh text not null,
    story_en text not null,
    storage_zh text not null,
    storage_en text not null,
    use_zh text not null,
    use_en text not null,
    picture_alt_zh text not null default '',
    picture_alt_en text not null default '',
    keywords text[] not null default '{}',
    facts jsonb not null default '[]',
    compliance jsonb not null default '[]',
    harvest_months integer[] not null,
    shelf_life_days integer,
    temperature_mode text not null,
    is_gift boolean not null default false,
    is_canteen boolean not null default false,
    is_business_only boolean not null default false,
    is_adult_only boolean not null default false,
    is_return_exception boolean not null default false,
    is_verified boolean not null default false,
    estimated_fields text[] not null default '{}',
    rank integer not null default 1000,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint products_slug_once unique (slug),
    constraint products_state_known check (state in ('draft', 'submitted', 'listed', 'withdrawn')),
    constraint products_origin_known check (origin_scope in ('township', 'county')),
    constraint products_temperature_known check (temperature_mode in ('none', 'chilled', 'frozen')),
    constraint products_shelf_life_positive check (shelf_life_days > 0),
    constraint products_rank_not_negative check (rank between 0 and 1000000),
    constraint products_months_known check (harvest_months <@ array[1,2,3,4,5,6,7,8,9,10,11,12])
  );
  create index products_cooperative on products (cooperative_id, id);

  create table skus (
    id uuid primary key,
    product_id uuid not null references products (id),
    name_zh text not null,
    name_en text not null,
    pack_zh text not null,
    pack_en text not null,
    pack_grams integer not null,
    is_sold_by_weight boolean not null,
    price_fen bigint not null,
    price_breaks jsonb not null default '[]',
    price_per_500g_fen bigint,
    position integer not null,
    is_active boolean not null default true,
    version integer not null default 1,
    constraint skus_pack_positive check (pack_grams > 0),
    constraint skus_price_positive check (price_fen > 0),
    constraint skus_unit_price_where_weighed check (is_sold_by_weight = (price_per_500g_fen is not null)),
    constraint skus_position_once unique (product_id, position)
  );

  create table sku_price_changes (
    id uuid primary key,
    sku_id uuid not null references skus (id),
    price_fen bigint not null,
    price_breaks jsonb not null,
    changed_by uuid,
    changed_at timestamptz not null,
    constraint sku_price_changes_positive check (price_fen > 0)
  );
  create index sku_price_changes_sku on sku_price_changes (sku_id, id desc);
  create trigger sku_price_changes_append_only before update or delete on sku_price_changes
    for each row execute function refuse_change();
  create trigger sku_price_changes_never_emptied before truncate on sku_price_changes
    for each statement execute function refuse_change();
  do $$ begin
    if exists (select from pg_roles where rolname = 'weibao_app') then
      revoke update, delete, truncate on sku_price_changes from weibao_app;
    end if;
  end $$;
`

const PAPERS = `
  create table recognitions (
    id uuid primary key,
    product_id uuid not null references products (id),
    cooperative_id uuid not null references cooperative_profiles (organisation_id),
    number text not null,
    state text not null default 'applied',
    valid_from date,
    valid_to date,
    applied_on date not null,
    applied_by uuid,
    decided_on date,
    decided_by uuid,
    reason text not null default '',
    is_demonstration boolean not null default false,
    constraint recognitions_number_once unique (number),
    constraint recognitions_state_known check (state in ('applied', 'recognised', 'refused', 'lapsed', 'revoked')),
    constraint recognitions_dated check (state in ('applied', 'refused') or (valid_from is not null and valid_to is not null)),
    constraint recognitions_window check (valid_from <= valid_to),
    constraint recognitions_by_two check (applied_by is distinct from decided_by or applied_by is null)
  );
  create unique index recognitions_one_alive on recognitions (product_id) where state in ('applied', 'recognised');
  create index recognitions_product on recognitions (product_id, valid_to desc);

  create table papers (
    id uuid primary key,
    cooperative_id uuid not null references cooperative_profiles (organisation_id),
    product_id uuid references products (id),
    kind text not null,
    number text not null,
    issued_on date not null,
    expires_on date,
    is_demonstration boolean not null default false,
    constraint papers_kind_known check (kind in ('business-licence', 'food-production-licence', 'workshop-registration',
      'conformity-promise', 'test-report', 'quarantine-certificate', 'cultivation-proof', 'liquor-licence')),
    constraint papers_window check (issued_on <= expires_on)
  );
  create index papers_cooperative on papers (cooperative_id, expires_on);
  create index papers_product on papers (product_id) where product_id is not null;
`

const SEARCH = `
  create function product_order_key(is_business_only boolean, supply_state text, is_in_season boolean, rank integer)
    returns bigint language sql immutable parallel safe return
      (case when is_business_only then 4 when supply_state = 'on-sale' and is_in_season then 0
        when supply_state = 'on-sale' then 1 when supply_state = 'upcoming' then 2 else 3 end)::bigint * 10000000 + rank;

  create table product_search (
    product_id uuid primary key references products (id),
    slug text not null,
    cooperative_id uuid not null,
    is_listed boolean not null,
    is_seasonal boolean not null,
    category_code text not null,
    township_codes text[] not null,
    temperature_mode text not null,
    is_gift boolean not null,
    is_canteen boolean not null,
    is_business_only boolean not null,
    min_price_fen bigint not null,
    recognised_from date,
    recognised_to date,
    rank integer not null,
    listed_at timestamptz not null,
    name_text text not null,
    haystack text not null,
    tokens tsvector not null,
    card jsonb not null,
    supply_state text not null default 'off-season',
    is_in_season boolean not null default false,
    left_quantity bigint not null default 0,
    season_from date,
    season_to date,
    next_from date,
    sku_left jsonb not null default '{}',
    lots jsonb not null default '[]',
    order_key bigint not null,
    constraint product_search_supply_known check (supply_state in ('on-sale', 'upcoming', 'sold-out', 'off-season')),
    constraint product_search_left_not_negative check (left_quantity >= 0)
  ) with (fillfactor = 80);
  create unique index product_search_slug on product_search (slug);
  create index product_search_tokens on product_search using gin (tokens);
  create index product_search_order on product_search (order_key, product_id) where is_listed;
  create index product_search_price on product_search (min_price_fen, product_id) where is_listed;
  create index product_search_listed on product_search (listed_at, product_id) where is_listed;
  create index product_search_cooperative on product_search (cooperative_id, order_key, product_id) where is_listed;
  create index product_search_category on product_search (category_code, order_key, product_id) where is_listed;

  -- Whoever plans this by cost reads and unpacks every row's tokens: the index is always better.
  create function products_found(words tsquery) returns setof uuid language sql stable parallel safe rows 500
    set enable_seqscan = off as 'select product_id from product_search where tokens @@ words';

  create view product_facts as
    select s.id as sku_id, p.id as product_id, p.slug, p.name_zh, p.name_en, s.name_zh as sku_name_zh,
      s.name_en as sku_name_en, p.cooperative_id, p.category_code, p.origin_scope, p.township_code, p.temperature_mode,
      p.state, s.pack_grams, s.price_fen
    from products p join skus s on s.product_id = p.id;
`
