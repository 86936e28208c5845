-- What stands allocated of a line over all rounds and re-offers is never more than it wants: all but what
-- an order was cancelled of.
select l.id, l.wanted_grams, sum(a.mass_grams) as given
  from allocations a
  join demand_lines l on l.id = a.demand_line_id
 where a.state in ('proposed', 'accepted', 'confirmed', 'ordered')
   and not exists (select from order_line_facts o where o.allocation_id = a.id and o.state = 'cancelled')
 group by l.id
having sum(a.mass_grams) > l.wanted_grams
