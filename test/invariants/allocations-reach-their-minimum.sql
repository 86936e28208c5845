-- An allocation is no less than its lot's minimum order, as long as that has not been edited since; and where a line was
-- served by one round only, that round gave it its own minimum or nothing (unless its buyer amended it since).
select a.id, a.number, a.packages::bigint as given, t.minimum_order::bigint as least
  from allocations a
  join lots t on t.id = a.lot_id
 where t.updated_at <= a.proposed_at and a.packages < t.minimum_order
union all
select l.id, min(a.demand_number), sum(a.mass_grams), l.minimum_grams
  from demand_lines l
  join allocations a on a.demand_line_id = l.id and a.attempt = 1
 where l.version = 1
 group by l.id
having l.version = 1 and count(distinct a.round_id) = 1 and sum(a.mass_grams) < l.minimum_grams
