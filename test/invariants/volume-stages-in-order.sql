-- No line is confirmed beyond what was received, nor received beyond what was ordered.
select order_line_id
  from volume_entries
 where order_line_id is not null and kind <> 'adjustment'
 group by order_line_id
having coalesce(sum(goods_fen) filter (where stage = 'confirmed'), 0)
     > coalesce(sum(goods_fen) filter (where stage = 'received'), 0)
    or coalesce(sum(goods_fen) filter (where stage = 'received'), 0)
     > coalesce(sum(goods_fen) filter (where stage = 'ordered'), 0)
