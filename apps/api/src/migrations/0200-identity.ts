import type { MigrationInterface, QueryRunner } from 'typeorm'

/** People, sessions, second factors, organisations, members, keys, and the audit log. */
export class Identity1780000000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PEOPLE)
    await runner.query(ORGANISATIONS)
    await runner.query(AUDIT)
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only')
  }
}

const PEOPLE = `
  create table people (
    id uuid primary key,
    display_name text not null,
    email text,
    mobile text,
    password_hash text,
    locale text not null,
    state text not null default 'active',
    created_at timestamptz not null,
    password_changed_at timestamptz,
    erased_at timestamptz,
    constraint people_state_known check (state in ('active', 'suspended', 'erased')),
    constraint people_locale_known check (locale in ('zh-CN', 'en')),
    constraint people_email_normal check (email = lower(email) and email like '_%@_%'),
    constraint people_mobile_normal check (mobile ~ '^\\+861[3-9][0-9]{9}$'),
    constraint people_reachable check (state = 'erased' or email is not null or mobile is not null),
    constraint people_erased_is_empty check (state <> 'erased' or
      (email is null and mobile is null and password_hash is null and erased_at is not null))
  );
  create unique index people_email_once on people (email) where email is not null;
  create unique index people_mobile_once on people (mobile) where mobile is not null;

  create table consents (
    id uuid primary key,
    person_id uuid not null references people (id),
    kind text not null,
    version text not null,
    given_at timestamptz not null,
    withdrawn_at timestamptz,
    constraint consents_kind_known check (kind in ('terms', 'privacy')),
    constraint consents_withdrawn_later check (withdrawn_at >= given_at)
  );
  create index consents_person on consents (person_id);

  create table sessions (
    id uuid primary key,
    token_hash bytea not null,
    person_id uuid not null references people (id),
    state text not null,
    second_factor_at timestamptz,
    user_agent text,
    address text,
    created_at timestamptz not null,
    last_seen_at timestamptz not null,
    constraint sessions_token_once unique (token_hash),
    constraint sessions_token_is_sha256 check (length(token_hash) = 32),
    constraint sessions_state_known check (state in ('awaiting-second-factor', 'open'))
  );
  create index sessions_person on sessions (person_id);
  create index sessions_last_seen on sessions (last_seen_at);

  create table second_factors (
    person_id uuid primary key references people (id),
    secret_sealed bytea not null,
    state text not null,
    last_step integer not null default 0,
    created_at timestamptz not null,
    confirmed_at timestamptz,
    constraint second_factors_state_known check (state in ('offered', 'confirmed')),
    constraint second_factors_confirmed_at check ((state = 'confirmed') = (confirmed_at is not null))
  );
  create table recovery_codes (
    id uuid primary key,
    person_id uuid not null references people (id),
    code_hash bytea not null,
    created_at timestamptz not null,
    constraint recovery_codes_once unique (person_id, code_hash)
  );

  create table challenges (
    id uuid primary key,
    purpose text not null,
    contact text not null,
    person_id uuid references people (id),
    code_hash bytea,
    tries integer not null default 0,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    constraint challenges_purpose_known check (purpose in ('register', 'reset', 'contact-change')),
    constraint challenges_tries_few check (tries between 0 and 5)
  );
  create index challenges_expiry on challenges (expires_at);
  create index challenges_person on challenges (person_id);

  create table attempts (
    key text primary key,
    times timestamptz[] not null,
    expires_at timestamptz not null
  );
  create index attempts_expiry on attempts (expires_at);
`

const ORGANISATIONS = `
  create table organisations (
    id uuid primary key,
    kind text not null,
    status text not null,
    name_zh text not null,
    name_en text not null,
    short_name_zh text not null,
    short_name_en text not null,
    region text not null,
    place_code text,
    address text,
    is_demonstration boolean not null default false,
    registration_number text,
    licence_number text,
    licence_issuer text,
    licence_expires_on date,
    legal_representative text,
    created_at timestamptz not null,
    approved_at timestamptz,
    constraint organisations_kind_known check (kind in ('cooperative', 'buyer', 'administration')),
    constraint organisations_status_known check (status in ('applied', 'refused', 'approved', 'suspended')),
    constraint organisations_region_known check (region in ('weixi', 'baoshan', 'elsewhere')),
    constraint organisations_approved_at check (status in ('applied', 'refused') or approved_at is not null),
    constraint organisations_id_kind unique (id, kind)
  );
  create unique index organisations_registration_once on organisations (registration_number)
    where registration_number is not null and status <> 'refused';
  create index organisations_kind_status on organisations (kind, status, id);

  create table members (
    id uuid primary key,
    organisation_id uuid not null,
    organisation_kind text not null,
    person_id uuid not null references people (id),
    role text not null,
    created_at timestamptz not null,
    constraint members_organisation foreign key (organisation_id, organisation_kind)
      references organisations (id, kind),
    constraint members_once unique (organisation_id, person_id),
    constraint members_role_of_kind check (
      organisation_kind = 'cooperative' and role in ('owner', 'clerk')
      or organisation_kind = 'buyer' and role in ('requester', 'approver', 'receiver')
      or organisation_kind = 'administration' and role in ('officer', 'liaison', 'operator', 'auditor'))
  );
  create index members_person on members (person_id);

  create table invitations (
    id uuid primary key,
    organisation_id uuid not null references organisations (id),
    role text not null,
    contact text not null,
    token_hash bytea not null,
    invited_by uuid not null references people (id),
    state text not null default 'open',
    created_at timestamptz not null,
    expires_at timestamptz not null,
    constraint invitations_state_known check (state in ('open', 'accepted', 'revoked'))
  );
  create index invitations_organisation on invitations (organisation_id, id);
  create unique index invitations_open_once on invitations (organisation_id, contact) where state = 'open';

  create table machine_keys (
    id uuid primary key,
    organisation_id uuid not null references organisations (id),
    name text not null,
    token_hash bytea not null,
    token_hint text not null,
    scopes text[] not null,
    created_by uuid not null references people (id),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    last_used_at timestamptz,
    revoked_at timestamptz,
    constraint machine_keys_token_once unique (token_hash),
    constraint machine_keys_scopes_some check (cardinality(scopes) between 1 and 50),
    constraint machine_keys_at_most_a_year check (expires_at <= created_at + interval '366 days')
  );
  create index machine_keys_organisation on machine_keys (organisation_id, id);
`

const AUDIT = `
  create table audit_entries (
    id uuid primary key,
    at timestamptz not null,
    act text not null,
    actor_kind text not null,
    actor_id uuid,
    organisation_id uuid,
    object_kind text not null,
    object_id text not null,
    before jsonb,
    after jsonb,
    reason text,
    request_id text,
    network text,
    constraint audit_entries_actor_known check (actor_kind in ('person', 'machine', 'system')),
    constraint audit_entries_actor_named check ((actor_kind = 'system') = (actor_id is null))
  );
  create index audit_entries_object on audit_entries (object_kind, object_id, id desc);
  create index audit_entries_actor on audit_entries (actor_id, id desc);
  create index audit_entries_organisation on audit_entries (organisation_id, id desc);
  create index audit_entries_act on audit_entries (act, id desc);
  create trigger audit_entries_append_only before update or delete on audit_entries
    for each row execute function refuse_change();
  create trigger audit_entries_never_emptied before truncate on audit_entries
    for each statement execute function refuse_change();
  do $$ begin
    if exists (select from pg_roles where rolname = 'weibao_app') then
      revoke update, delete, truncate on audit_entries from weibao_app;
    end if;
  end $$;
`
