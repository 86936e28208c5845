-- What buyers have taken out of a budget line never costs more than its ceiling: all but what an order does not deliver.
select b.id, b.name, b.ceiling_fen, sum(a.total_fen) as taken_fen
  from allocation_standing_facts a
  join budget_lines b on b.id = a.budget_line_id
 where a.state in ('accepted', 'confirmed', 'ordered')
 group by b.id
having sum(a.total_fen) > b.ceiling_fen
