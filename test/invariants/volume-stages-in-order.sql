-- Of every order line, adjustments aside: confirmed <= received <= ordered.
select order_line_id, sum(goods_fen) filter (where stage = 'ordered') as ordered_fen,
       sum(goods_fen) filter (where stage = 'received') as received_fen,
       sum(goods_fen) filter (where stage = 'confirmed') as confirmed_fen
  from volume_entries
 where order_line_id is not null and kind <> 'adjustment'
 group by order_line_id
having coalesce(sum(goods_fen) filter (where stage = 'confirmed'), 0) > coalesce(sum(goods_fen) filter (where stage = 'received'), 0)
    or coalesce(sum(goods_fen) filter (where stage = 'received'), 0) > coalesce(sum(goods_fen) filter (where stage = 'ordered'), 0);
