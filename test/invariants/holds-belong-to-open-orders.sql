-- Nothing is held for a group none of whose orders still waits for its money, nor under an allocation
-- whose order no longer does.
with waiting as (
  select coalesce(l.allocation_id, o.group_id)::text as reference, bool_or(o.state = 'placed') as is_placed
    from order_lines l join orders o on o.id = l.order_id
   group by 1)
select r.id, r.reference, r.expires_at
  from reservations r
  join waiting w on w.reference = split_part(r.reference, ':', 1)
 where r.state = 'held' and not w.is_placed
