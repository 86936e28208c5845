-- An accepted order, and no other, has earned: its cooperative is owed goods less commission plus freight, of
-- what after-sale cases had not refunded before.
select o.id, o.number, o.state, l.commission_fen, r.fen as refunded_fen, e.payable_fen, e.commission_booked_fen
  from orders o
  join (select order_id, sum(commission_fen) as commission_fen from order_lines group by 1) l
    on l.order_id = o.id
  cross join lateral (
    select coalesce(sum(c.refunded_goods_fen + c.refunded_freight_fen), 0) as fen,
           coalesce(sum(c.refunded_commission_fen), 0) as commission_fen
      from after_sale_cases k join after_sale_lines c on c.case_id = k.id
     where k.order_id = o.id and not k.is_after_acceptance) r
  left join (select reference,
                    -sum(amount_fen) filter (where account_group = 'cooperative-payable') as payable_fen,
                    -coalesce(sum(amount_fen) filter (where account = 'commission-income'), 0) as commission_booked_fen
               from ledger_facts where kind = 'earning' group by 1) e on e.reference = o.id::text
 where case when o.state in ('accepted', 'closed')
            then coalesce(e.payable_fen, 0) <> o.total_fen - r.fen - (l.commission_fen - r.commission_fen)
              or coalesce(e.commission_booked_fen, 0) <> l.commission_fen - r.commission_fen
            else e.reference is not null end
