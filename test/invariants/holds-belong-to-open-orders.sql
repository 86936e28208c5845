-- Nothing is held for a group none of whose orders still waits for its money.
select r.id, r.reference, r.expires_at
  from reservations r
 where r.state = 'held'
   and exists (select from orders o where o.group_id::text = split_part(r.reference, ':', 1))
   and not exists (select from orders o
                    where o.group_id::text = split_part(r.reference, ':', 1) and o.state = 'placed')
