-- What a group has paid is, fen for fen, its living orders less what cases refund of them, and its refunds;
-- nothing lives unpaid.
select g.id, g.number, p.paid_fen, o.living_fen, r.refunds_fen
  from order_groups g
  cross join lateral (select coalesce(sum(amount_fen), 0) as paid_fen
                        from payments where subject_id = g.id and captured_at is not null) p
  cross join lateral (select coalesce(sum(n.total_fen - coalesce(k.fen, 0)), 0) as living_fen from orders n
                        left join (select order_id, sum(agreed_fen) as fen from after_sale_cases
                                    where state = 'settled' group by 1) k on k.order_id = n.id
                       where n.group_id = g.id and n.state not in ('placed', 'cancelled')) o
  cross join lateral (select coalesce(sum(f.amount_fen), 0) as refunds_fen from refunds f
                        join payments q on q.id = f.payment_id where q.subject_id = g.id) r
 where p.paid_fen <> o.living_fen + r.refunds_fen
