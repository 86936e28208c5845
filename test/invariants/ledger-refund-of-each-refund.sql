-- A refund that succeeded is booked for its amount; any other nets to nothing.
select r.id, r.state, r.amount_fen, coalesce(sum(f.amount_fen), 0) as booked_fen
  from refunds r
  join payments p on p.id = r.payment_id
  left join ledger_facts f on f.refund_id = r.id and f.account = case p.way when 'online' then 'stripe-clearing' else 'bank' end
 group by r.id
having coalesce(sum(f.amount_fen), 0) <> case when r.state = 'succeeded' then -r.amount_fen else 0 end
