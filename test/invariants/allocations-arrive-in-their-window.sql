-- An allocation arrives on a day on which its line takes delivery, as long as the line has not been amended since.
-- Of a line that its buyer amended since, what stands counts.
select a.id, a.number, a.arrives_on, l.deliver_from, l.deliver_to
  from allocations a
  join demand_lines l on l.id = a.demand_line_id
 where l.version = 1 and a.arrives_on not between l.deliver_from and l.deliver_to
   and (l.version = 1 or a.state in ('proposed', 'accepted', 'confirmed', 'ordered'))
