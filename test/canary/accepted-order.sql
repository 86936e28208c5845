-- A world in which every invariant holds: one lot, one retail order of two packages at 30.00 with
-- freight of 8.00 and 10 % commission, paid, shipped, accepted; and one cancelled after it was paid.
-- Written past triggers and foreign keys, so that a test can plant what they would refuse.
set session_replication_role = replica;
insert into ledger_accounts (id, code, account_group, kind, organisation_id) values
  ('00000000-0000-7000-8000-00000000ac01', 'cooperative-payable:00000000-0000-7000-8000-0000000000c0', 'cooperative-payable',
   'liability', '00000000-0000-7000-8000-0000000000c0');
insert into lots (id, code, cooperative_id, product_id, sku_id, state, quantity, held, sold, pack_grams, harvest_from,
    harvest_to, dispatch_from, dispatch_to, last_sale_day, township_code, grade, offered_price_fen, temperature_mode,
    created_at, updated_at) values
  ('00000000-0000-7000-8000-000000000010', 'L-1', '00000000-0000-7000-8000-0000000000c0', '00000000-0000-7000-8000-0000000000b0',
   '00000000-0000-7000-8000-0000000000a0', 'open', 10, 1, 2, 500, current_date - 30, current_date - 20, current_date - 10,
   current_date + 60, current_date + 60, 'T', 'first', 3000, 'none', now(), now());
insert into reservations (id, reference, lot_id, sku_id, quantity, state, expires_at, created_at, resolved_at) values
  ('00000000-0000-7000-8000-000000000021', '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000010',
   '00000000-0000-7000-8000-0000000000a0', 2, 'sold', now(), now(), now()),
  ('00000000-0000-7000-8000-000000000022', '00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000010',
   '00000000-0000-7000-8000-0000000000a0', 1, 'sold', now(), now(), now()),
  ('00000000-0000-7000-8000-000000000023', '00000000-0000-7000-8000-000000000003', '00000000-0000-7000-8000-000000000010',
   '00000000-0000-7000-8000-0000000000a0', 1, 'held', now() + interval '30 minutes', now(), null);
insert into lot_movements (id, lot_id, kind, quantity_delta, held_delta, sold_delta, reference, made_at) values
  ('00000000-0000-7000-8000-000000000031', '00000000-0000-7000-8000-000000000010', 'declared', 10, 0, 0, null, now()),
  ('00000000-0000-7000-8000-000000000032', '00000000-0000-7000-8000-000000000010', 'held', 0, 4, 0, 'a', now()),
  ('00000000-0000-7000-8000-000000000033', '00000000-0000-7000-8000-000000000010', 'sold', 0, -3, 3, 'b', now()),
  ('00000000-0000-7000-8000-000000000034', '00000000-0000-7000-8000-000000000010', 'returned', 0, 0, -1, 'c', now());
insert into skus (id, product_id, name_zh, name_en, pack_zh, pack_en, pack_grams, is_sold_by_weight, price_fen, position)
select sku_id, product_id, 's', 's', 's', 's', 500, false, 3000, 0 from lots;
insert into product_search (product_id, slug, cooperative_id, is_listed, has_page, is_seasonal, category_code, township_codes,
    temperature_mode, is_gift, is_canteen, is_business_only, min_price_fen, rank, listed_at, name_text, haystack, tokens, card,
    supply_state, left_quantity, sku_left, order_key)
select product_id, 'p', cooperative_id, true, true, true, 'c', '{T}', 'none', false, false, false, 3000, 1, now(), 'p', 'p', '', '{}',
    'on-sale', 7, jsonb_build_object(sku_id, 7), 1 from lots;
insert into order_groups (id, number, guest_key, idempotency_key, locale, goods_fen, freight_fen, total_fen, terms_version,
    is_adult, accepts_return_exception, placed_at)
select ('00000000-0000-7000-8000-00000000000' || n)::uuid, 'G-' || n, 'guest', n, 'zh-CN', goods, 800, goods + 800, '1', true,
    true, now() from (values (1, 6000), (2, 3000), (3, 3000)) as t(n, goods);
insert into orders (id, number, group_id, cooperative_id, cooperative_slug, cooperative_name_zh, cooperative_name_en, guest_key,
    state, channel, goods_fen, freight_fen, total_fen, recipient, is_in_baoshan, placed_at)
select ('00000000-0000-7000-8000-00000000010' || n)::uuid, 'O-' || n, ('00000000-0000-7000-8000-00000000000' || n)::uuid,
    '00000000-0000-7000-8000-0000000000c0', 'c', 'c', 'c', 'guest', state, 'retail', goods, 800, goods + 800, 'r', true, now()
  from (values (1, 6000, 'accepted'), (2, 3000, 'cancelled'), (3, 3000, 'placed')) as t(n, goods, state);
insert into order_lines (id, order_id, sku_id, product_id, product_slug, name_zh, name_en, sku_name_zh, sku_name_en, category,
    township_code, pack_grams, quantity, unit_price_fen, line_total_fen, commission_basis_points, commission_fen, is_recognised)
select ('00000000-0000-7000-8000-00000000020' || n)::uuid, ('00000000-0000-7000-8000-00000000010' || n)::uuid,
    '00000000-0000-7000-8000-0000000000a0', '00000000-0000-7000-8000-0000000000b0', 'p', 'p', 'p', 's', 's', 'c', 'T', 500,
    quantity, 3000, 3000 * quantity, 1000, 300 * quantity, true
  from (values (1, 2), (2, 1), (3, 1)) as t(n, quantity);
insert into reviews (id, order_line_id, order_id, product_id, cooperative_id, author, rating, body, written_at) values
  ('00000000-0000-7000-8000-000000000221', '00000000-0000-7000-8000-000000000201', '00000000-0000-7000-8000-000000000101',
   '00000000-0000-7000-8000-0000000000b0', '00000000-0000-7000-8000-0000000000c0', '陈**', 4, '好', now());
update product_search set rating_count = 1, rating_sum = 4;
insert into goods_receipts (id, order_id, kind, received_at) values
  ('00000000-0000-7000-8000-000000000301', '00000000-0000-7000-8000-000000000101', 'buyer', now());
insert into payments (id, subject_id, amount_fen, state, locale, description, return_path, expires_at, captured_at)
select ('00000000-0000-7000-8000-00000000040' || n)::uuid, ('00000000-0000-7000-8000-00000000000' || n)::uuid, amount, state,
    'zh-CN', 'd', '/', now(), case when state in ('captured', 'refunded') then now() end
  from (values (1, 6800, 'captured'), (2, 3800, 'refunded'), (3, 3800, 'pending')) as t(n, amount, state);
insert into refunds (id, payment_id, reference, amount_fen, reason, state, settled_at) values
  ('00000000-0000-7000-8000-000000000501', '00000000-0000-7000-8000-000000000402', 'order:2', 3800, 'r', 'succeeded', now());

insert into ledger_transactions (id, kind, reference, digest, occurred_at, booked_at, local_day, period)
select ('00000000-0000-7000-8000-00000000060' || n)::uuid, kind, reference, 'd', now(), now(), shanghai_day(now()),
    shanghai_month(now())
  from (values (1, 'charge', '00000000-0000-7000-8000-000000000401'), (2, 'charge', '00000000-0000-7000-8000-000000000402'),
    (3, 'refund', '00000000-0000-7000-8000-000000000501'), (4, 'earning', '00000000-0000-7000-8000-000000000101')) as t(n, kind, reference);
insert into ledger_entries (transaction_id, position, account_id, amount_fen, order_id, order_line_id, payment_id, refund_id)
select ('00000000-0000-7000-8000-00000000060' || t)::uuid, position,
    (select id from ledger_accounts where account_group = account), amount,
    ('00000000-0000-7000-8000-00000000010' || order_no)::uuid, ('00000000-0000-7000-8000-00000000020' || line)::uuid,
    ('00000000-0000-7000-8000-00000000040' || payment)::uuid, ('00000000-0000-7000-8000-00000000050' || refund)::uuid
  from (values
    (1, 1, 'stripe-clearing', 6800, null, null, '1', null), (1, 2, 'buyer-prepaid', -6800, null, null, '1', null),
    (2, 1, 'stripe-clearing', 3800, null, null, '2', null), (2, 2, 'buyer-prepaid', -3800, null, null, '2', null),
    (3, 1, 'buyer-prepaid', 3800, null, null, '2', '1'), (3, 2, 'stripe-clearing', -3800, null, null, '2', '1'),
    (4, 1, 'buyer-prepaid', 6800, '1', null, null, null), (4, 2, 'cooperative-payable', -5400, '1', '1', null, null),
    (4, 3, 'commission-income', -600, '1', '1', null, null), (4, 4, 'cooperative-payable', -800, '1', null, null, null)
  ) as e(t, position, account, amount, order_no, line, payment, refund);

insert into volume_entries (id, stage, kind, reference, corrects_id, digest, order_line_id, order_id, cooperative_id,
    cooperative_name_zh, cooperative_name_en, product_id, product_name_zh, product_name_en, township, category, buyer_kind,
    channel, purchase_kind, attribution, evidence_grade, goods_fen, freight_fen, packing_fen, subsidy_fen, quantity,
    mass_grams, counted, scope_reasons, rule_version, occurred_at, booked_at, local_day, period, refund_id)
select ('00000000-0000-7000-8000-00000000070' || n)::uuid, stage, kind, n::text,
    case when kind = 'reversal' then '00000000-0000-7000-8000-000000000704'::uuid end, 'd',
    ('00000000-0000-7000-8000-00000000020' || line)::uuid, ('00000000-0000-7000-8000-00000000010' || line)::uuid,
    '00000000-0000-7000-8000-0000000000c0', 'c', 'c', '00000000-0000-7000-8000-0000000000b0', 'p', 'p', 'T', 'c', 'person',
    'online-retail', 'direct', 'retail', 'A', packages * 3000, sign(packages) * 800, 0, 0, packages, packages * 500, true, '{}', 0,
    now(), now(), shanghai_day(now()), shanghai_month(now()),
    case when kind = 'reversal' then '00000000-0000-7000-8000-000000000501'::uuid end
  from (values (1, 'ordered', 'count', 1, 2), (2, 'received', 'count', 1, 2), (3, 'confirmed', 'count', 1, 2),
    (4, 'ordered', 'count', 2, 1), (5, 'ordered', 'reversal', 2, -1)) as v(n, stage, kind, line, packages);

insert into earnings (id, kind, reference, cooperative_id, cooperative_name_zh, cooperative_name_en, order_id, order_number,
    goods_fen, freight_fen, commission_fen, amount_fen, earned_at, payable_from) values
  ('00000000-0000-7000-8000-000000000701', 'delivery', '00000000-0000-7000-8000-000000000101', '00000000-0000-7000-8000-0000000000c0',
    '示范', 'Demo', '00000000-0000-7000-8000-000000000101', '261120-000001-1', 6000, 800, 600, 6200, now(), current_date);
insert into settlements (id, number, cooperative_id, cooperative_name_zh, cooperative_name_en, period, earning_count, goods_fen,
    freight_fen, commission_fen, amount_fen, closed_at, closed_by) values
  ('00000000-0000-7000-8000-000000000801', 'JS-202611-000001', '00000000-0000-7000-8000-0000000000c0', '示范', 'Demo', '2026-11', 1,
    6000, 800, 600, 6200, now(), '00000000-0000-7000-8000-000000000901');
insert into settlement_earnings (earning_id, settlement_id) values
  ('00000000-0000-7000-8000-000000000701', '00000000-0000-7000-8000-000000000801');

-- A fourth order of one package, accepted, then returned and refunded with its freight by an after-sale case.
insert into reservations (id, reference, lot_id, sku_id, quantity, state, expires_at, created_at, resolved_at) values
  ('00000000-0000-7000-8000-000000000024', '00000000-0000-7000-8000-000000000004', '00000000-0000-7000-8000-000000000010',
   '00000000-0000-7000-8000-0000000000a0', 1, 'sold', now(), now(), now());
insert into lot_movements (id, lot_id, kind, quantity_delta, held_delta, sold_delta, reference, made_at) values
  ('00000000-0000-7000-8000-000000000035', '00000000-0000-7000-8000-000000000010', 'held', 0, 1, 0, 'd', now()),
  ('00000000-0000-7000-8000-000000000036', '00000000-0000-7000-8000-000000000010', 'sold', 0, -1, 1, 'e', now()),
  ('00000000-0000-7000-8000-000000000037', '00000000-0000-7000-8000-000000000010', 'returned', 0, 0, -1,
   '00000000-0000-7000-8000-000000000111', now());
insert into order_groups (id, number, guest_key, idempotency_key, locale, goods_fen, freight_fen, total_fen, terms_version,
    is_adult, accepts_return_exception, placed_at)
select '00000000-0000-7000-8000-000000000004', 'G-4', guest_key, '4', locale, 3000, 800, 3800, terms_version, is_adult,
    accepts_return_exception, placed_at from order_groups where number = 'G-2';
insert into orders (id, number, group_id, cooperative_id, cooperative_slug, cooperative_name_zh, cooperative_name_en, guest_key,
    state, channel, goods_fen, freight_fen, total_fen, recipient, is_in_baoshan, placed_at)
select '00000000-0000-7000-8000-000000000104', 'O-4', '00000000-0000-7000-8000-000000000004', cooperative_id, cooperative_slug,
    cooperative_name_zh, cooperative_name_en, guest_key, 'accepted', channel, 3000, 800, 3800, recipient, is_in_baoshan, placed_at
  from orders where number = 'O-2';
insert into order_lines (id, order_id, sku_id, product_id, product_slug, name_zh, name_en, sku_name_zh, sku_name_en, category,
    township_code, pack_grams, quantity, unit_price_fen, line_total_fen, commission_basis_points, commission_fen, is_recognised)
select '00000000-0000-7000-8000-000000000204', '00000000-0000-7000-8000-000000000104', sku_id, product_id, product_slug, name_zh,
    name_en, sku_name_zh, sku_name_en, category, township_code, pack_grams, 1, 3000, 3000, 1000, 300, true
  from order_lines where id = '00000000-0000-7000-8000-000000000202';
insert into goods_receipts (id, order_id, kind, received_at) values
  ('00000000-0000-7000-8000-000000000304', '00000000-0000-7000-8000-000000000104', 'buyer', now());
insert into goods_receipt_lines (id, receipt_id, order_id, order_line_id, ordered, accepted, short, damaged, in_cases, over,
    note, credit_fen) values
  ('00000000-0000-7000-8000-000000000314', '00000000-0000-7000-8000-000000000304', '00000000-0000-7000-8000-000000000104',
   '00000000-0000-7000-8000-000000000204', 1, 1, 0, 0, 0, 0, '', 0);
insert into payments (id, subject_id, amount_fen, state, locale, description, return_path, expires_at, captured_at) values
  ('00000000-0000-7000-8000-000000000404', '00000000-0000-7000-8000-000000000004', 3800, 'refunded', 'zh-CN', 'd', '/', now(), now());
insert into refunds (id, payment_id, reference, amount_fen, reason, state, settled_at) values
  ('00000000-0000-7000-8000-000000000504', '00000000-0000-7000-8000-000000000404',
   'order:00000000-0000-7000-8000-000000000104:00000000-0000-7000-8000-000000000111', 3800, 'r', 'succeeded', now());
insert into after_sale_cases (id, number, order_id, order_number, cooperative_id, cooperative_name_zh, cooperative_name_en,
    guest_key, kind, reason, state, text, requested_goods_fen, requested_freight_fen, answer, answer_fen, agreed_fen,
    is_after_acceptance, refund_id, settled_at, opened_at, updated_at) values
  ('00000000-0000-7000-8000-000000000111', 'SH-1', '00000000-0000-7000-8000-000000000104', 'O-4',
   '00000000-0000-7000-8000-0000000000c0', 'c', 'c', 'guest', 'return-and-refund', 'damaged', 'settled', '', 3000, 800, 'agreed',
   3800, 3800, true, '00000000-0000-7000-8000-000000000504', now(), now(), now());
insert into after_sale_lines (case_id, order_line_id, quantity, goods_fen, freight_fen, refunded_goods_fen, refunded_freight_fen,
    refunded_commission_fen, refunded_quantity, resellable) values
  ('00000000-0000-7000-8000-000000000111', '00000000-0000-7000-8000-000000000204', 1, 3000, 800, 3000, 800, 300, 1, 1);
insert into order_line_claims (order_line_id, quantity, goods_fen, freight_fen, commission_fen, claimed_quantity,
    claimed_goods_fen, claimed_freight_fen, refunded_quantity, refunded_goods_fen, refunded_freight_fen,
    refunded_commission_fen) values
  ('00000000-0000-7000-8000-000000000204', 1, 3000, 800, 300, 1, 3000, 800, 1, 3000, 800, 300);
insert into after_sale_returns (case_id, order_line_id, lot_id, group_id, returned, written_off) values
  ('00000000-0000-7000-8000-000000000111', '00000000-0000-7000-8000-000000000204', '00000000-0000-7000-8000-000000000010',
   '00000000-0000-7000-8000-000000000004', 1, 0);
insert into ledger_transactions (id, kind, reference, digest, occurred_at, booked_at, local_day, period)
select ('00000000-0000-7000-8000-00000000061' || n)::uuid, kind, reference, 'd', now(), now(), shanghai_day(now()),
    shanghai_month(now())
  from (values (1, 'charge', '00000000-0000-7000-8000-000000000404'), (2, 'earning', '00000000-0000-7000-8000-000000000104'),
    (3, 'earning-refund', '00000000-0000-7000-8000-000000000111'), (4, 'refund', '00000000-0000-7000-8000-000000000504'))
    as t(n, kind, reference);
insert into ledger_entries (transaction_id, position, account_id, amount_fen, order_id, order_line_id, payment_id, refund_id)
select ('00000000-0000-7000-8000-00000000061' || t)::uuid, position,
    (select id from ledger_accounts where account_group = account), amount,
    case when t in (2, 3) then '00000000-0000-7000-8000-000000000104'::uuid end,
    case when is_of_line then '00000000-0000-7000-8000-000000000204'::uuid end,
    case when t in (1, 4) then '00000000-0000-7000-8000-000000000404'::uuid end,
    case when t = 4 then '00000000-0000-7000-8000-000000000504'::uuid end
  from (values
    (1, 1, 'stripe-clearing', 3800, false), (1, 2, 'buyer-prepaid', -3800, false),
    (2, 1, 'buyer-prepaid', 3800, false), (2, 2, 'cooperative-payable', -2700, true),
    (2, 3, 'commission-income', -300, true), (2, 4, 'cooperative-payable', -800, false),
    (3, 1, 'buyer-prepaid', -3800, false), (3, 2, 'cooperative-payable', 2700, true),
    (3, 3, 'commission-income', 300, true), (3, 4, 'cooperative-payable', 800, false),
    (4, 1, 'buyer-prepaid', 3800, false), (4, 2, 'stripe-clearing', -3800, false)
  ) as e(t, position, account, amount, is_of_line);
insert into volume_entries (id, stage, kind, reference, corrects_id, digest, order_line_id, order_id, cooperative_id,
    cooperative_name_zh, cooperative_name_en, product_id, product_name_zh, product_name_en, township, category, buyer_kind,
    channel, purchase_kind, attribution, evidence_grade, goods_fen, freight_fen, packing_fen, subsidy_fen, quantity,
    mass_grams, counted, scope_reasons, rule_version, occurred_at, booked_at, local_day, period, refund_id)
select ('00000000-0000-7000-8000-00000000071' || n)::uuid, v.stage, v.kind, '1' || n,
    case when v.kind = 'reversal' then ('00000000-0000-7000-8000-00000000071' || n - 3)::uuid end, 'd',
    '00000000-0000-7000-8000-000000000204', '00000000-0000-7000-8000-000000000104', cooperative_id, cooperative_name_zh,
    cooperative_name_en, product_id, product_name_zh, product_name_en, township, category, buyer_kind, channel, purchase_kind,
    attribution, evidence_grade, packages * 3000, packages * 800, 0, 0, packages, packages * 500, counted, scope_reasons,
    rule_version, occurred_at, booked_at, local_day, period,
    case when v.kind = 'reversal' then '00000000-0000-7000-8000-000000000504'::uuid end
  from (select * from volume_entries where id = '00000000-0000-7000-8000-000000000701') as o
  cross join (values (1, 'ordered', 'count', 1), (2, 'received', 'count', 1), (3, 'confirmed', 'count', 1),
    (4, 'ordered', 'reversal', -1), (5, 'received', 'reversal', -1), (6, 'confirmed', 'reversal', -1)) as v(n, stage, kind, packages);

insert into earnings (id, kind, reference, cooperative_id, cooperative_name_zh, cooperative_name_en, order_id, order_number,
    goods_fen, freight_fen, commission_fen, amount_fen, earned_at, payable_from)
select ('00000000-0000-7000-8000-00000000071' || n)::uuid, kind, ('00000000-0000-7000-8000-000000000' || reference)::uuid::text,
    '00000000-0000-7000-8000-0000000000c0', '示范', 'Demo', '00000000-0000-7000-8000-000000000104', '261120-000004-1', sign * 3000,
    sign * 800, sign * 300, sign * 3500, now(), current_date
  from (values (1, 'delivery', '104', 1), (2, 'refund', '111', -1)) as e(n, kind, reference, sign);

-- A closed round: one line, one allocation of two packages that its buyer declined.
insert into rounds (id, number, state, cause, requested_by, queued_at, started_at, ended_at, engine_version, input_digest,
    result_digest, lot_count, line_count, matched_line_count, allocation_count, wanted_grams, volume_grams, bound_grams,
    flow_bound_grams, quantum_grams, points, goods_fen, freight_fen, taken_grams) values
  ('00000000-0000-7000-8000-000000000d01', 'CH-1', 'closed', 'hand', '00000000-0000-7000-8000-000000000901', now(), now(), now(),
   '1', 'i', 'r', 1, 1, 1, 1, 1000, 1000, 1000, 1000, 10, 4000, 6000, 180, 1000);
insert into round_files (round_id, kind, digest, byte_count, packed, written_at) values
  ('00000000-0000-7000-8000-000000000d01', 'input', 'i', 1, '', now()),
  ('00000000-0000-7000-8000-000000000d01', 'result', 'r', 1, '', now());
insert into tickets (id, round_id, demand_line_id, demand_id, demand_number, buyer_id, category_code, reason, wanted_grams,
    matched_grams, lots_of_goods, written_at, parts)
select '00000000-0000-7000-8000-000000000d02', '00000000-0000-7000-8000-000000000d01', '00000000-0000-7000-8000-000000000d03',
    '00000000-0000-7000-8000-000000000d04', 'XQ-1', '00000000-0000-7000-8000-000000000d05', 'c', 'MATCHED_FULL', 1000, 1000, 1,
    now(), jsonb_build_array(jsonb_build_object('lotId', '00000000-0000-7000-8000-000000000010', 'packages', 2, 'goodsFen', 6000,
      'freightFen', 180, 'leavesOn', current_date, 'arrivesOn', current_date + 6));
insert into delivery_points (id, buyer_id, name, subdistrict_code, street, contact, phone, created_at) values
  ('00000000-0000-7000-8000-000000000d09', '00000000-0000-7000-8000-000000000d05', 'n', 's', 's', 'c', 'p', now());
insert into budget_lines (id, buyer_id, year, kind, name, ceiling_fen, created_at) values
  ('00000000-0000-7000-8000-000000000d0a', '00000000-0000-7000-8000-000000000d05', 2026, 'canteen', 'n', 6180, now());
insert into demands (id, number, buyer_id, delivery_point_id, budget_line_id, title, state, cut_off_on, opened_at) values
  ('00000000-0000-7000-8000-000000000d04', 'XQ-1', '00000000-0000-7000-8000-000000000d05', '00000000-0000-7000-8000-000000000d09',
   '00000000-0000-7000-8000-000000000d0a', 't', 'open', current_date + 9, now());
insert into demand_lines (id, demand_id, position, category_code, wanted_grams, minimum_grams, worst_grade, max_landed_fen_per_kg,
    deliver_from, deliver_to, recognised_only, submitted_at) values
  ('00000000-0000-7000-8000-000000000d03', '00000000-0000-7000-8000-000000000d04', 1, 'c', 1000, 1000, 'ungraded', 6180,
   current_date, current_date + 6, false, now());
insert into allocations (id, number, round_id, demand_line_id, demand_id, demand_number, buyer_id, budget_line_id, channel, destination, lot_id,
    sku_id, product_id, cooperative_id, township_code, category_code, packages, pack_grams, mass_grams, unit_price_fen, goods_fen,
    freight_fen, leaves_on, arrives_on, state, declined_by, answer_by, proposed_at, ended_at) values
  ('00000000-0000-7000-8000-000000000d06', 'CH-1-0001', '00000000-0000-7000-8000-000000000d01', '00000000-0000-7000-8000-000000000d03',
   '00000000-0000-7000-8000-000000000d04', 'XQ-1', '00000000-0000-7000-8000-000000000d05', '00000000-0000-7000-8000-000000000d0a', 'canteen', 'baoshan',
   '00000000-0000-7000-8000-000000000010', '00000000-0000-7000-8000-0000000000a0', '00000000-0000-7000-8000-0000000000b0',
   '00000000-0000-7000-8000-0000000000c0', 'T', 'c', 2, 500, 1000, 3000, 6000, 180, current_date, current_date + 6, 'declined',
   'buyer', now() + interval '3 days', now(), now());
insert into allocation_moves (id, allocation_id, from_state, to_state, made_at) values
  ('00000000-0000-7000-8000-000000000d07', '00000000-0000-7000-8000-000000000d06', null, 'proposed', now()),
  ('00000000-0000-7000-8000-000000000d08', '00000000-0000-7000-8000-000000000d06', 'proposed', 'declined', now());
