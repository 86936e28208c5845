-- buyer-prepaid is what buyers have paid, less what came back to them, less what they have accepted and no
-- after-sale case refunds.
select * from (
  select coalesce((select -sum(amount_fen) from ledger_facts where account = 'buyer-prepaid'), 0) as booked_fen,
         coalesce((select sum(amount_fen) from payments where captured_at is not null), 0)
       - coalesce((select sum(amount_fen) from refunds where state = 'succeeded'), 0)
       - coalesce((select sum(total_fen) from orders where state in ('accepted', 'closed')), 0)
       + coalesce((select sum(k.agreed_fen) from after_sale_cases k join orders o on o.id = k.order_id
                    where k.state = 'settled' and o.state in ('accepted', 'closed')), 0) as open_fen
) as prepaid
 where booked_fen <> open_fen
