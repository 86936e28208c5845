/**
 * Every column of identity's tables: what is kept about a person, what for, and how long. A test
 * holds it against the entities, so a new column does not pass without a line here.
 */
interface Kept {
  readonly purpose: string
  readonly until: string
}

const account = 'the account is closed'
const names = { purpose: 'Address and greet; tell members and orders apart', until: account }
const reach = { purpose: 'Sign in; codes, safety and order messages', until: account }
const signIn = { purpose: 'Prove who signs in', until: account }
const consent = {
  purpose: 'Prove which text was agreed to and when',
  until: 'three years after closing, under a pseudonym',
}
const session = {
  purpose: 'Stay signed in; let the person recognise and end foreign sessions',
  until: 'the session ends; 90 days at most',
}
const code = {
  purpose: 'Prove that a contact is the person’s',
  until: 'one day after the code expires',
}
const membership = { purpose: 'Rights within an organisation', until: 'membership or account ends' }
const invited = { purpose: 'Deliver and limit an invitation', until: 'seven days after it ends' }
const madeBy = { purpose: 'Who let a machine in', until: 'the books end, under a pseudonym' }
const trail = {
  purpose: 'Who changed what in money, stock, rights and status',
  until: 'as long as the books, under a pseudonym; network coarse (/24, /48)',
}
const licence = {
  purpose: 'Licence of a seller stays visible (E-Commerce Law, article 15)',
  until: 'three years after the last order',
}
const registered = {
  purpose: 'Show who applies that the organisation exists and may act',
  until: 'taken off, the applicant’s account closes undecided, or as the licence',
}

/** Personal columns by table. */
export const personalData: Readonly<Record<string, Readonly<Record<string, Kept>>>> = {
  people: {
    id: { purpose: 'Pseudonym in the books', until: 'the books end' },
    display_name: names,
    email: reach,
    mobile: reach,
    password_hash: signIn,
    locale: { purpose: 'Language of screens and messages', until: 'the books end' },
    state: { purpose: 'Whether the account is open', until: 'the books end' },
    created_at: { purpose: 'Age of the account', until: 'the books end' },
    password_changed_at: signIn,
    erased_at: { purpose: 'Prove the erasure', until: 'the books end' },
  },
  consents: {
    person_id: consent,
    kind: consent,
    version: consent,
    given_at: consent,
    withdrawn_at: consent,
  },
  sessions: {
    person_id: session,
    second_factor_at: session,
    user_agent: session,
    address: session,
    created_at: session,
    last_seen_at: session,
  },
  second_factors: {
    person_id: signIn,
    secret_sealed: signIn,
    created_at: signIn,
    confirmed_at: signIn,
  },
  recovery_codes: { person_id: signIn, code_hash: signIn, created_at: signIn },
  challenges: { contact: code, person_id: code, created_at: code },
  attempts: {
    key: { purpose: 'Count guesses; digests, no contacts', until: 'an hour after the last' },
    times: { purpose: 'Count guesses', until: 'an hour after the last' },
  },
  organisations: { legal_representative: licence },
  registration_papers: {
    file_id: registered,
    name: registered,
    uploaded_by: registered,
    uploaded_at: registered,
  },
  members: { person_id: membership, role: membership, created_at: membership },
  invitations: { contact: invited, invited_by: invited },
  machine_keys: { created_by: madeBy, name: madeBy },
  audit_entries: { at: trail, act: trail, actor_id: trail, network: trail, reason: trail },
}

/** Columns that say nothing about a person by themselves. */
export const notPersonal: Readonly<Record<string, readonly string[]>> = {
  consents: ['id'],
  sessions: ['id', 'token_hash', 'state'],
  second_factors: ['state', 'last_step'],
  recovery_codes: ['id'],
  challenges: ['id', 'purpose', 'code_hash', 'tries', 'expires_at', 'used_at'],
  attempts: ['expires_at'],
  organisations: [
    ...['id', 'kind', 'status', 'name_zh', 'name_en', 'short_name_zh', 'short_name_en', 'region'],
    ...['place_code', 'address', 'is_demonstration', 'registration_number', 'licence_number'],
    ...['licence_issuer', 'licence_expires_on', 'created_at', 'approved_at', 'version'],
  ],
  registration_papers: ['id', 'organisation_id', 'type', 'size_bytes'],
  members: ['id', 'organisation_id', 'organisation_kind'],
  invitations: [
    ...['id', 'organisation_id', 'role', 'token_hash', 'state', 'created_at', 'expires_at'],
  ],
  machine_keys: [
    ...['id', 'organisation_id', 'token_hash', 'token_hint', 'scopes', 'created_at'],
    ...['expires_at', 'last_used_at', 'revoked_at'],
  ],
  audit_entries: [
    ...['id', 'actor_kind', 'organisation_id', 'object_kind', 'object_id', 'before', 'after'],
    'request_id',
  ],
}
