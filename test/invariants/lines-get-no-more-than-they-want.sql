-- What stands allocated of a line over all rounds and re-offers is never more than it wants: all but what
-- an order does not deliver.
select l.id, l.wanted_grams, sum(a.mass_grams) as given
  from allocation_standing_facts a
  join demand_lines l on l.id = a.demand_line_id
 group by l.id
having sum(a.mass_grams) > l.wanted_grams
