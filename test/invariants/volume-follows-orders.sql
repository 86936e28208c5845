-- Ordered volume is the lines of paid orders, received and confirmed those of accepted ones, each less what
-- after-sale cases refund; nothing else.
select l.id as order_line_id, o.number, o.state, s.stage, v.goods_fen, v.quantity, v.mass_grams
  from order_lines l
  join orders o on o.id = l.order_id
  cross join (values ('ordered'), ('received'), ('confirmed')) as s(stage)
  cross join lateral (
    select coalesce(sum(goods_fen), 0) as goods_fen, coalesce(sum(quantity), 0) as quantity,
           coalesce(sum(mass_grams), 0) as mass_grams
      from volume_entries
     where order_line_id = l.id and stage = s.stage and kind <> 'adjustment') v
  cross join lateral (
    select case when o.state in ('accepted', 'closed')
                  or (s.stage = 'ordered' and o.state not in ('placed', 'cancelled')) then 1 else 0 end as counts) c
  left join order_line_claims r on r.order_line_id = l.id
 where (v.goods_fen, v.quantity, v.mass_grams)
    <> (c.counts * (l.line_total_fen - coalesce(r.refunded_goods_fen, 0)),
        c.counts * (l.quantity - coalesce(r.refunded_quantity, 0)),
        c.counts * (l.quantity - coalesce(r.refunded_quantity, 0))::bigint * l.pack_grams)
