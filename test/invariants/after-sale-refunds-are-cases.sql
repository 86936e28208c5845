-- A settled case has one refund of what was agreed, shared among its lines to the fen; no other case has any.
select k.id, k.number, k.state, k.agreed_fen, r.amount_fen, l.fen as lines_fen
  from after_sale_cases k
  left join refunds r on r.reference = 'order:' || k.order_id || ':' || k.id
  cross join lateral (select coalesce(sum(refunded_goods_fen + refunded_freight_fen), 0) as fen
                        from after_sale_lines where case_id = k.id) l
 where case when k.state = 'settled'
            then r.id is distinct from k.refund_id or r.amount_fen is distinct from k.agreed_fen or l.fen <> k.agreed_fen
            else r.id is not null or l.fen <> 0 end
