-- A payment that took money is booked once, for its amount; one that did not is not booked.
select p.id, p.state, p.amount_fen, coalesce(sum(f.amount_fen), 0) as booked_fen
  from payments p
  left join ledger_facts f on f.kind = 'charge' and f.payment_id = p.id
   and f.account = case p.way when 'online' then 'stripe-clearing' else 'transfer-credit' end
 group by p.id
having coalesce(sum(f.amount_fen), 0) <> case when p.captured_at is null then 0 else p.amount_fen end
