-- What a case refunds of a line is taken back from its ordered volume, money and packages; after acceptance from
-- what was received and confirmed too.
select k.number, l.order_line_id, s.stage, l.refunded_goods_fen, v.goods_fen, v.quantity
  from after_sale_cases k
  join after_sale_lines l on l.case_id = k.id
  cross join (values ('ordered', false), ('received', true), ('confirmed', true)) as s(stage, is_after)
  cross join lateral (
    select coalesce(-sum(goods_fen), 0) as goods_fen, coalesce(-sum(freight_fen), 0) as freight_fen,
           coalesce(-sum(quantity), 0) as quantity
      from volume_entries
     where order_line_id = l.order_line_id and refund_id = k.refund_id and kind = 'reversal' and stage = s.stage) v
  cross join lateral (select (k.is_after_acceptance or not s.is_after)::int as times) t
 where k.state = 'settled'
   and (v.goods_fen, v.freight_fen, v.quantity)
    <> (t.times * l.refunded_goods_fen, t.times * l.refunded_freight_fen, t.times * l.refunded_quantity)
