-- An allocation costs at the door, goods and freight, no more a kilogram than its line pays at most, as long as the line has not been amended since.
-- Of a line that its buyer amended since, what stands counts.
select a.id, a.number, a.goods_fen + a.freight_fen as cost_fen, a.mass_grams, l.max_landed_fen_per_kg
  from allocations a
  join demand_lines l on l.id = a.demand_line_id
 where l.version = 1 and (a.goods_fen + a.freight_fen) * 1000 > l.max_landed_fen_per_kg * a.mass_grams
   and (l.version = 1 or a.state in ('proposed', 'accepted', 'confirmed', 'ordered'))
