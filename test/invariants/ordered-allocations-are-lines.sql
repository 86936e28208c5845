-- What is ordered is one line of an order of its buyer, package for package and fen for fen as it was
-- confirmed, and the allocation names that order; no other allocation is in an order.
select a.id, a.number, a.state, l.id as order_line_id
  from allocations a
  left join (select l.*, o.buyer_id, o.cooperative_id, o.channel from order_lines l join orders o on o.id = l.order_id) l
    on l.allocation_id = a.id
 where (a.state = 'ordered') <> (l.id is not null)
    or l.order_id is distinct from a.order_id
    or (l.buyer_id, l.cooperative_id, l.channel, l.sku_id, l.quantity, l.unit_price_fen, l.line_total_fen, l.freight_fen)
       <> (a.buyer_id, a.cooperative_id, a.channel, a.sku_id, a.packages, a.unit_price_fen, a.goods_fen, a.freight_fen)
