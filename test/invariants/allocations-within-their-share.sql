-- No cooperative has more of what a line was given at once than the share that its buyer allows one, as long as the line has not been amended since.
select a.round_id, a.demand_line_id, a.attempt, a.cooperative_id, sum(a.mass_grams) as given
  from allocations a
  join tickets t on t.round_id = a.round_id and t.demand_line_id = a.demand_line_id and t.attempt = a.attempt
  join demand_lines l on l.id = a.demand_line_id
 group by a.round_id, a.demand_line_id, a.attempt, a.cooperative_id, t.wanted_grams, l.share_cap_basis_points
having min(l.version) = 1 and sum(a.mass_grams) * 10000 > t.wanted_grams * l.share_cap_basis_points
