-- A line that takes recognised goods only is given goods whose recognition was in force on the day of the proposal, as long as the line has not been amended since.
-- Of a line that its buyer amended since, what stands counts.
select a.id, a.number, a.product_id
  from allocations a
  join demand_lines l on l.id = a.demand_line_id
 where l.version = 1 and l.recognised_only
   and (l.version = 1 or a.state in ('proposed', 'accepted', 'confirmed', 'ordered'))
   and not exists (
     select from recognitions r
      where r.product_id = a.product_id and r.state not in ('applied', 'refused')
        and (a.proposed_at at time zone 'Asia/Shanghai')::date between r.valid_from and r.valid_to)
