-- What a group has paid is, fen for fen, its living orders and its refunds; nothing lives unpaid.
select g.id, g.number, p.paid_fen, o.living_fen, r.refunds_fen
  from order_groups g
  cross join lateral (select coalesce(sum(amount_fen), 0) as paid_fen
                        from payments where subject_id = g.id and captured_at is not null) p
  cross join lateral (select coalesce(sum(total_fen), 0) as living_fen from orders
                       where group_id = g.id and state not in ('placed', 'cancelled')) o
  cross join lateral (select coalesce(sum(f.amount_fen), 0) as refunds_fen from refunds f
                        join payments q on q.id = f.payment_id where q.subject_id = g.id) r
 where p.paid_fen <> o.living_fen + r.refunds_fen
