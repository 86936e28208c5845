-- An accepted order, and no other, has earned: its cooperative is owed goods less commission plus freight.
select o.id, o.number, o.state, l.commission_fen, e.payable_fen, e.commission_booked_fen
  from orders o
  join (select order_id, sum(commission_fen) as commission_fen from order_lines group by 1) l
    on l.order_id = o.id
  left join (select reference,
                    -sum(amount_fen) filter (where account_group = 'cooperative-payable') as payable_fen,
                    -coalesce(sum(amount_fen) filter (where account = 'commission-income'), 0) as commission_booked_fen
               from ledger_facts where kind = 'earning' group by 1) e on e.reference = o.id::text
 where case when o.state in ('accepted', 'closed')
            then e.payable_fen is distinct from o.total_fen - l.commission_fen
              or e.commission_booked_fen is distinct from l.commission_fen
            else e.reference is not null end
