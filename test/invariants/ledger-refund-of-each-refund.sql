-- A refund that succeeded is booked for its amount; any other nets to nothing.
select r.id, r.state, r.amount_fen, coalesce(sum(f.amount_fen), 0) as booked_fen
  from refunds r
  left join ledger_facts f on f.refund_id = r.id and f.account = 'stripe-clearing'
 group by r.id
having coalesce(sum(f.amount_fen), 0) <> case when r.state = 'succeeded' then -r.amount_fen else 0 end
