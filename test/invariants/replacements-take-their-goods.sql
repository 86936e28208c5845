-- Goods sent again are held while they wait to leave and sold once they have, as many of each sku as the case names; a
-- case that sends nothing again keeps none; and no money, ledger or volume stands for what was replaced.
with wanted as (
  select k.id, k.number, k.state, l.sku_id, sum(s.quantity) as quantity,
         case when k.resent_at is not null then 'sold' when k.state = 'to-resend' then 'held' end as due
    from after_sale_cases k
    join after_sale_lines s on s.case_id = k.id
    join order_lines l on l.id = s.order_line_id
   where k.kind <> 'not-shipped'
   group by k.id, l.sku_id)
select w.number, w.state, w.sku_id::text, w.quantity, coalesce(r.quantity, 0) as kept
  from wanted w
  left join (select reference, sku_id, state, sum(quantity) as quantity from reservations
              where state in ('held', 'sold') group by 1, 2, 3) r
    on r.reference = w.id::text and r.sku_id = w.sku_id
 where (w.due is null and r.state is not null)
    or (w.due = 'sold' and (r.state is distinct from 'sold' or r.quantity <> w.quantity))
    or (w.due = 'held' and r.state = 'sold')
union all
select k.number, k.state, null, k.agreed_fen, r.amount_fen
  from after_sale_cases k
  left join refunds r on r.reference = 'order:' || k.order_id || ':' || k.id
 where k.state in ('to-resend', 'resent', 'replaced') and (r.id is not null or k.agreed_fen is not null)
