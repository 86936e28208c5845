-- No cooperative has more of a line, over all rounds and re-offers, than the share that its buyer allows one, as long as
-- the line has not been amended since.
select a.demand_line_id, a.cooperative_id, l.wanted_grams, sum(a.mass_grams) as given
  from allocation_standing_facts a
  join demand_lines l on l.id = a.demand_line_id
 where l.version = 1
 group by a.demand_line_id, a.cooperative_id, l.wanted_grams, l.share_cap_basis_points
having sum(a.mass_grams) * 10000 > l.wanted_grams * l.share_cap_basis_points
