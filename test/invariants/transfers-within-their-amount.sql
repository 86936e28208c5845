-- What a transfer pays and what goes back unused of it are within what came in, and are what stands on its row.
select t.id, t.state, t.amount_fen, a.assigned_fen, r.returned_fen
  from transfers t
  cross join lateral (select coalesce(sum(amount_fen), 0) as assigned_fen from transfer_assignments
                       where transfer_id = t.id and state in ('recorded', 'confirmed')) a
  cross join lateral (select coalesce(sum(amount_fen), 0) as returned_fen from transfer_returns
                       where transfer_id = t.id and refund_id is null and state <> 'cancelled') r
 where t.assigned_fen <> a.assigned_fen or t.returned_fen <> r.returned_fen
    or a.assigned_fen + r.returned_fen > t.amount_fen
    or (t.state in ('withdrawn', 'reversed') and a.assigned_fen + r.returned_fen > 0)
    or (t.state <> 'confirmed' and exists (select from transfer_assignments where transfer_id = t.id and state = 'confirmed'))
