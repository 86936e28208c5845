import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import pg from 'pg'
import { createTestDatabase, type TestDatabase } from '../support/database.js'
import { findViolation } from '../support/invariants.js'

const folder = new URL('../invariants/', import.meta.url)
const id = (end: string) => `00000000-0000-7000-8000-${end.padStart(12, '0')}`

/** For each invariant a defect that it alone, or with others, must notice. */
const defects: Record<string, string> = {
  'ledger-transactions-balance': `update ledger_entries set amount_fen = amount_fen + 1 where transaction_id = '${id('601')}' and position = 1`,
  'ledger-reversals-are-exact': `update ledger_transactions set reverses_id = '${id('602')}', kind = 'refund.reversal' where id = '${id('604')}'`,
  'ledger-charge-of-each-payment': `update payments set captured_at = now(), state = 'captured' where id = '${id('403')}'`,
  'ledger-refund-of-each-refund': `update refunds set state = 'failed'`,
  'ledger-earning-of-each-accepted-order': `update orders set state = 'delivered' where id = '${id('101')}'`,
  'ledger-prepaid-is-what-is-open': `update ledger_entries set account_id = (select id from ledger_accounts where code = 'bank') where transaction_id = '${id('601')}' and position = 2`,
  'orders-add-up': `update order_lines set quantity = 3, line_total_fen = 9000 where id = '${id('201')}'`,
  'bundles-are-their-lines': `insert into order_bundles (id, order_id, bundle_id, slug, name_zh, name_en, quantity, unit_price_fen, total_fen) values ('${id('211')}', '${id('101')}', '${id('b1')}', 'b', 'b', 'b', 1, 5999, 5999); update order_lines set order_bundle_id = '${id('211')}' where id = '${id('201')}'`,
  'products-are-as-approved': `set local session_replication_role = replica; insert into products (id, slug, cooperative_id, category_code, name_zh, name_en, state, origin_scope, township_code, township_codes, story_zh, story_en, storage_zh, storage_en, use_zh, use_en, harvest_months, temperature_mode) select product_id, slug, cooperative_id, 'c', 'p', 'p', 'listed', 'township', 'T', '{T}', '', '', '', '', '', '', '{1}', 'none' from product_search limit 1; insert into product_reviews (id, product_id, cooperative_id, kind, state, facts, submitted_by, submitted_at, decided_by, decided_at) select '${id('905')}', id, cooperative_id, 'listing', 'approved', '{"name": {"zh": "x", "en": "x"}}', '${id('901')}', now(), '${id('903')}', now() from products limit 1`,
  'ratings-are-their-reviews': `update product_search set rating_sum = 5`,
  'orders-are-paid-for': `update orders set state = 'confirmed' where id = '${id('103')}'`,
  'refunds-within-payment': `update refunds set amount_fen = 3801`,
  'receipts-of-accepted-orders': `set local session_replication_role = replica; delete from goods_receipts`,
  'receipts-are-their-lines': `set local session_replication_role = replica; update goods_receipt_lines set accepted = 0, short = 1, credit_fen = 3800`,
  'lots-are-their-movements': `delete from lot_movements where kind = 'returned'`,
  'lots-hold-what-is-reserved': `update reservations set state = 'released', resolved_at = now() where state = 'held'`,
  'lots-exhausted-are-empty': `update lots set quantity = 3`,
  'holds-are-let-go-past-their-end': `update reservations set expires_at = now() - interval '6 minutes' where state = 'held'`,
  'shop-window-shows-what-is-left': `update product_search set sku_left = jsonb_build_object((select sku_id from lots), 8)`,
  'lots-sold-are-ordered': `update reservations set quantity = 1 where quantity = 2`,
  'holds-belong-to-open-orders': `update orders set state = 'cancelled' where id = '${id('103')}'`,
  'volume-follows-orders': `update volume_entries set goods_fen = goods_fen - 1 where stage = 'confirmed'`,
  'volume-stages-in-order': `update volume_entries set goods_fen = 5999 where stage = 'received' and kind = 'count'`,
  'volume-counts-a-line-once': `update volume_entries set channel = 'presale' where stage = 'confirmed'`,
  'volume-traces-to-money': `update payments set captured_at = null, state = 'expired' where id = '${id('401')}'`,
  'volume-carries-all-freight': `update volume_entries set freight_fen = 799 where stage = 'ordered' and kind = 'count'`,
  'ledger-sums-to-zero': `update ledger_entries set amount_fen = 1 where transaction_id = '${id('603')}' and position = 1`,
  'ledger-entries-whole': `delete from ledger_transactions where id = '${id('604')}'`,
  'ledger-fact-once': `alter table ledger_transactions drop constraint ledger_transactions_fact_once; update ledger_transactions set reference = 'same' where kind = 'charge'`,
  'ledger-closed-month': `insert into periods (month, state, closing_by, closing_at) select period, 'closing', '${id('901')}', now() - interval '1 day' from ledger_transactions limit 1`,
  'volume-net-not-negative': `update volume_entries set quantity = -2 where kind = 'reversal'`,
  'volume-counted-or-says-why': `alter table volume_entries drop constraint volume_entries_counted_or_says_why; update volume_entries set counted = false`,
  'settlements-are-their-earnings': `update earnings set goods_fen = goods_fen + 1, amount_fen = amount_fen + 1`,
  'earnings-are-what-the-ledger-owes': `delete from settlement_earnings; delete from earnings`,
  'volume-corrections-inherit': `update volume_entries set township = 'elsewhere' where kind = 'reversal'`,
  'volume-adjustment-by-two': `insert into volume_adjustments (id, entry_id, goods_fen, mass_grams, reason, state, proposed_by, proposed_at, decided_by, decided_at) values ('${id('902')}', '${id('703')}', -5, 0, 'wrong', 'approved', '${id('901')}', now(), '${id('903')}', now())`,
  'volume-closed-month': `insert into periods (month, state, closing_by, closing_at, closed_by, closed_at, entry_count, confirmed_fen, digest) select period, 'closed', '${id('901')}', now(), '${id('901')}', now(), count(*), 6000, volume_period_digest(period) from volume_entries group by period; update volume_entries set attribution = 'elsewhere' where stage = 'confirmed'`,
  'volume-rule-in-force': `insert into settings (key, version, valid_from, value, reason, author_id) values ('counting.rules', 1, '2099-01-01', '{}', 'from 2099', '${id('901')}'); update volume_entries set rule_version = 1`,
  'journals-cannot-be-changed-by-the-application': `grant update on ledger_entries to weibao_app`,
  'outbox-has-no-dead-letters': `insert into outbox (id, event_id, kind, subscriber, payload, state) values ('${id('801')}', '${id('802')}', 'a', 'b', '{}', 'dead')`,
  'after-sale-cases-are-of-their-buyer': `update after_sale_cases set buyer_id = '${id('901')}', person_id = '${id('902')}', guest_key = null where id = '${id('111')}'`,
  'after-sale-claims-within-lines': `update order_lines set quantity = 2, unit_price_fen = 1400, line_total_fen = 2800 where id = '${id('204')}'`,
  'after-sale-refunds-are-cases': `update refunds set amount_fen = 3799 where id = '${id('504')}'`,
  'after-sale-earnings-come-back': `delete from earnings where kind = 'refund'`,
  'after-sale-volume-is-taken-back': `update volume_entries set goods_fen = -2999 where refund_id = '${id('504')}' and stage = 'confirmed'`,
  'after-sale-returns-move-stock': `update after_sale_returns set returned = 0, written_off = 1`,
  'cancelled-rests-were-not-shipped': `alter table after_sale_cases drop constraint after_sale_cases_not_shipped; update after_sale_cases set kind = 'not-shipped', reason = 'goods-lost' where id = '${id('111')}'`,
  'return-exceptions-were-agreed-to': `update order_lines set return_exception_version = '2026-11', return_exception_at = now() - interval '1 year' where id = '${id('204')}'`,
  'replacements-take-their-goods': `update after_sale_cases set resent_at = now(), resend_courier = 'c', resend_tracking = 't' where id = '${id('111')}'`,
  'replacements-have-their-parcel': `insert into replacement_parcels (case_id, dispatched_at, temperature_mode, arrives_from, arrives_to) values ('${id('111')}', now(), 'none', current_date, current_date)`,
  'review-votes-are-counted': `update reviews set useful_count = 1`,
  'shipments-are-of-their-lines': `insert into shipments (id, order_id, number, courier, tracking_number) values ('${id('a01')}', '${id('101')}', 'O-1-S1', 'c', 't'); alter table shipment_lines disable trigger shipment_lines_within_order; insert into shipment_lines (shipment_id, order_line_id, quantity) values ('${id('a01')}', '${id('201')}', 3)`,
  'allocations-hold-their-goods': `update allocations set state = 'proposed', declined_by = null, ended_at = null`,
  'allocations-within-their-line': `update allocations set packages = 3, mass_grams = 1500, goods_fen = 9000`,
  'allocations-under-the-ceiling': `update demand_lines set max_landed_fen_per_kg = 6179`,
  'allocations-arrive-in-their-window': `update demand_lines set deliver_to = current_date + 5`,
  'allocations-reach-their-minimum': `update allocations set packages = 1, mass_grams = 500, goods_fen = 3000`,
  'allocations-of-recognised-goods': `update demand_lines set recognised_only = true`,
  'allocations-within-their-budget': `update allocations set state = 'accepted', declined_by = null, ended_at = null, accepted_at = now(), accepted_by = '${id('901')}', confirm_by = now(); update budget_lines set ceiling_fen = 6179`,
  'allocations-over-their-limit-by-two': `update allocations set accepted_at = now(), accepted_by = '${id('901')}', confirm_by = now(), first_approved_at = now() + interval '1 second', first_approved_by = '${id('903')}', approval_limit_fen = 6179`,
  'allocations-within-their-share': `update allocations set state = 'proposed', declined_by = null, ended_at = null; update demand_lines set share_cap_basis_points = 9999`,
  'lines-get-no-more-than-they-want': `update allocations set state = 'proposed', declined_by = null, ended_at = null; update demand_lines set wanted_grams = 1000, minimum_grams = 0; update allocations set packages = 3, mass_grams = 1500, goods_fen = 9000`,
  'allocations-are-their-moves': `delete from allocation_moves where from_state is null`,
  'ordered-allocations-are-lines': `update order_lines set allocation_id = (select id from allocations limit 1), freight_fen = 0 where id = '${id('201')}'`,
  'volume-names-its-buyer': `update orders set buyer_id = '${id('901')}', buyer_name_zh = 'b', buyer_name_en = 'b', person_id = '${id('902')}', leaves_on = current_date, arrives_on = current_date where id = '${id('101')}'`,
  'rounds-are-whole': `delete from tickets`,
  'intended-volume-is-confirmed': `update allocations set accepted_at = now(), accepted_by = '${id('901')}', confirm_by = now(), confirmed_at = now(), order_by = now(), confirmed_by = '${id('901')}'`,
  'recalled-lots-are-not-sold': `insert into recalls (id, lot_id, lot_code, cooperative_id, product_zh, product_en, reason, made_by, made_at) select '${id('a02')}', id, code, cooperative_id, 'p', 'p', 'r', '${id('901')}', now() from lots limit 1`,
  'recalled-lots-hold-nothing': `insert into recalls (id, lot_id, lot_code, cooperative_id, product_zh, product_en, reason, made_by, made_at) select '${id('a02')}', id, code, cooperative_id, 'p', 'p', 'r', '${id('901')}', now() - interval '1 hour' from lots limit 1; insert into reservations (id, reference, lot_id, sku_id, quantity, expires_at, created_at) select '${id('a03')}', 'held of a recalled lot', r.lot_id, l.sku_id, 1, now() + interval '1 hour', now() from recalls r join lots l on l.id = r.lot_id`,
  'transfer-payments-are-covered': `update payments set transfer_seen_fen = 1 where id = '${id('403')}'`,
  'transfers-within-their-amount': `insert into transfers (id, bank_reference, payer_name, payer_bank, payer_account_sealed, payer_account_tail, amount_fen, value_day, recorded_by, recorded_at, assigned_fen) values ('${id('a11')}', 'B', 'p', 'b', 'x', '1234', 500, '2026-01-05', '${id('901')}', now(), 1)`,
  'transfers-are-by-two': `alter table transfers drop constraint transfers_by_two; insert into transfers (id, bank_reference, payer_name, payer_bank, payer_account_sealed, payer_account_tail, amount_fen, value_day, recorded_by, recorded_at, state, decided_by, decided_at) values ('${id('a11')}', 'B', 'p', 'b', 'x', '1234', 500, '2026-01-05', '${id('901')}', now(), 'confirmed', '${id('901')}', now())`,
  'ledger-transfer-credit-is-what-is-unused': `insert into transfers (id, bank_reference, payer_name, payer_bank, payer_account_sealed, payer_account_tail, amount_fen, value_day, recorded_by, recorded_at, state, decided_by, decided_at) values ('${id('a11')}', 'B', 'p', 'b', 'x', '1234', 500, '2026-01-05', '${id('901')}', now(), 'confirmed', '${id('903')}', now())`,
  'ledger-bank-of-each-transfer': `insert into transfers (id, bank_reference, payer_name, payer_bank, payer_account_sealed, payer_account_tail, amount_fen, value_day, recorded_by, recorded_at, state, decided_by, decided_at) values ('${id('a11')}', 'B', 'p', 'b', 'x', '1234', 500, '2026-01-05', '${id('901')}', now(), 'confirmed', '${id('903')}', now())`,
  'transfer-refunds-go-back-whole': `alter table payments drop constraint payments_transfer_is_whole, drop constraint payments_transfer_captured_when_covered; update payments set way = 'bank-transfer' where id = '${id('402')}'`,
  'forecasts-are-their-changes': `set local session_replication_role = replica; insert into harvest_forecasts (id, cooperative_id, product_id, week, low_grams, likely_grams, high_grams, version, stated_at) values ('${id('a21')}', '${id('901')}', '${id('902')}', '2026-11-30', 1, 2, 3, 1, now())`,
  'standing-demands-are-their-events': `set local session_replication_role = replica; insert into standing_demands (id, buyer_id, title, delivery_point_id, budget_line_id, is_named, lines, weekday, early_days, lead_days, starts_on, ends_on, created_at) values ('${id('a31')}', '${id('901')}', 's', '${id('902')}', '${id('903')}', false, '[{}]', 1, 0, 7, '2026-12-01', '2026-12-31', now())`,
  'months-are-those-of-shanghai': `alter table volume_entries drop constraint volume_entries_month_in_shanghai; update volume_entries set period = '2020-01'`,
}

describe('the invariants', () => {
  let database: TestDatabase
  let client: pg.Client

  beforeAll(async () => {
    database = await createTestDatabase()
    client = new pg.Client({ connectionString: database.adminUrl })
    await client.connect()
    await client.query(readFileSync(new URL('accepted-order.sql', import.meta.url), 'utf8'))
  })
  afterAll(async () => {
    await client.end()
    await database.drop()
  })

  const names = readdirSync(folder).map((file) => file.replace('.sql', ''))
  const violationOf = (name: string) =>
    findViolation(client, readFileSync(new URL(`${name}.sql`, folder), 'utf8'))

  it.each(names)('%s holds where nothing is wrong', async (name) => {
    expect(await violationOf(name)).toBeNull()
  })

  it.each(names)('%s notices its planted defect', async (name) => {
    await client.query('begin')
    try {
      await client.query(defects[name] ?? `select 'no defect is planted for ${name}' / 0`)
      expect(await violationOf(name)).toMatch(/^\d+ rows/)
    } finally {
      await client.query('rollback')
    }
  })
})
