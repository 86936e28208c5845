-- A payment never gives back more than it took.
select p.id, p.amount_fen, sum(r.amount_fen) as refunds_fen
  from payments p join refunds r on r.payment_id = p.id
 where r.state <> 'failed'
 group by p.id
having sum(r.amount_fen) > p.amount_fen or p.captured_at is null
