-- What stands allocated of a line over all rounds and re-offers is never more than it wants.
select l.id, l.wanted_grams, sum(a.mass_grams) as given
  from allocations a
  join demand_lines l on l.id = a.demand_line_id
 where a.state in ('proposed', 'accepted', 'confirmed', 'ordered')
 group by l.id
having sum(a.mass_grams) > l.wanted_grams
