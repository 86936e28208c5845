-- Of no order line do cases claim, or refunds give, more than was bought; the running totals are the cases.
select l.id as order_line_id, l.quantity, l.line_total_fen, c.claimed_quantity, c.claimed_goods_fen,
       c.refunded_goods_fen, k.quantity as of_cases, k.goods_fen as goods_of_cases, k.refunded_fen as refunded_by_cases
  from order_lines l
  left join order_line_claims c on c.order_line_id = l.id
  left join (select s.order_line_id,
                    sum(s.quantity) filter (where not k.is_over) as quantity,
                    sum(s.goods_fen) filter (where not k.is_over) as goods_fen,
                    sum(s.freight_fen) filter (where not k.is_over) as freight_fen,
                    sum(s.refunded_goods_fen) as refunded_fen,
                    sum(s.refunded_freight_fen) as refunded_freight_fen,
                    sum(s.refunded_commission_fen) as refunded_commission_fen,
                    sum(s.refunded_quantity) as refunded_quantity
               from after_sale_lines s
               join (select id, state in ('closed', 'withdrawn', 'replaced') as is_over from after_sale_cases) k on k.id = s.case_id
              group by 1) k on k.order_line_id = l.id
 where (coalesce(k.quantity, 0), coalesce(k.goods_fen, 0), coalesce(k.freight_fen, 0), coalesce(k.refunded_fen, 0),
        coalesce(k.refunded_freight_fen, 0), coalesce(k.refunded_commission_fen, 0), coalesce(k.refunded_quantity, 0))
    <> (coalesce(c.claimed_quantity, 0), coalesce(c.claimed_goods_fen, 0), coalesce(c.claimed_freight_fen, 0),
        coalesce(c.refunded_goods_fen, 0), coalesce(c.refunded_freight_fen, 0), coalesce(c.refunded_commission_fen, 0),
        coalesce(c.refunded_quantity, 0))
    or k.quantity > l.quantity or k.goods_fen > l.line_total_fen or k.refunded_fen > l.line_total_fen
    or k.refunded_commission_fen > l.commission_fen
