-- A receipt with differences has a line for each of its order's; what is short or damaged in it is what its two cases,
-- settled before acceptance, refund: packages and money, to the fen. Any other receipt is whole.
select r.id, o.number, l.id as order_line_id, g.short, g.damaged, g.credit_fen, s.quantity as short_in_case,
       d.quantity as damaged_in_case
  from goods_receipts r
  join orders o on o.id = r.order_id
  join order_lines l on l.order_id = o.id
  left join goods_receipt_lines g on g.order_line_id = l.id and g.receipt_id = r.id
  left join after_sale_lines s on s.order_line_id = l.id and s.case_id = r.short_case_id
  left join after_sale_lines d on d.order_line_id = l.id and d.case_id = r.damaged_case_id
 where (g.id is null and exists (select from goods_receipt_lines x where x.receipt_id = r.id))
    or g.ordered <> l.quantity
    or (coalesce(g.short, 0), coalesce(g.damaged, 0)) <> (coalesce(s.refunded_quantity, 0), coalesce(d.refunded_quantity, 0))
    or coalesce(g.credit_fen, 0) <> coalesce(s.refunded_goods_fen + s.refunded_freight_fen, 0)
                                  + coalesce(d.refunded_goods_fen + d.refunded_freight_fen, 0)
union all
select r.id, k.number, null, null, null, k.agreed_fen, null, null
  from goods_receipts r
  join after_sale_cases k on k.id in (r.short_case_id, r.damaged_case_id)
 where k.order_id <> r.order_id or k.state <> 'settled' or k.is_after_acceptance
    or k.reason <> case k.id when r.short_case_id then 'short' else 'damaged' end
    or not exists (select from goods_receipt_lines x where x.receipt_id = r.id)
