-- A line is excepted from the return without a reason only as its group was placed with that consent; of an excepted line
-- no case without a reason lives.
select l.id, o.number, l.return_exception_version, 'not agreed to' as fault
  from order_lines l join orders o on o.id = l.order_id join order_groups g on g.id = o.group_id
 where l.return_exception_at is not null
   and (not g.accepts_return_exception or l.return_exception_at <> g.placed_at)
union all
select l.id, k.number, l.return_exception_version, 'returned without a reason'
  from after_sale_cases k
  join after_sale_lines s on s.case_id = k.id
  join order_lines l on l.id = s.order_line_id
 where k.reason = 'no-reason' and l.return_exception_at is not null
