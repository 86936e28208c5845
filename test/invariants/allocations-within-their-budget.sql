-- What buyers have taken out of a budget line never costs more than its ceiling: all but what an order was cancelled of.
select b.id, b.name, b.ceiling_fen, sum(a.goods_fen + a.freight_fen) as taken_fen
  from allocations a
  join budget_lines b on b.id = a.budget_line_id
 where a.state in ('accepted', 'confirmed', 'ordered')
   and not exists (select from order_line_facts o where o.allocation_id = a.id and o.state = 'cancelled')
 group by b.id
having sum(a.goods_fen + a.freight_fen) > b.ceiling_fen
