-- What stands allocated on a budget line never costs more than its ceiling.
select b.id, b.name, b.ceiling_fen, sum(a.goods_fen + a.freight_fen) as allocated_fen
  from allocations a
  join budget_lines b on b.id = a.budget_line_id
 where a.state in ('proposed', 'accepted', 'confirmed', 'ordered')
 group by b.id
having sum(a.goods_fen + a.freight_fen) > b.ceiling_fen
