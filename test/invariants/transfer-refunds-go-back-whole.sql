-- The refund of a payment by transfer is, fen for fen, what goes back to its payers, and has succeeded once all of it is sent.
select r.id, r.state, r.amount_fen, coalesce(sum(b.amount_fen), 0) as going_fen
  from refunds r
  join payments p on p.id = r.payment_id and p.way = 'bank-transfer'
  left join transfer_returns b on b.refund_id = r.id
 group by r.id
having coalesce(sum(b.amount_fen), 0) <> r.amount_fen
    or (r.state = 'succeeded') <> coalesce(bool_and(b.state = 'sent'), false)
