-- An order is the sum of its lines; a group is the sum of its orders.
select 'order' as what, o.id from orders o join order_lines l on l.order_id = o.id
 group by o.id having sum(l.line_total_fen) <> o.goods_fen
union all
select 'order without lines', o.id from orders o
 where not exists (select from order_lines l where l.order_id = o.id)
union all
select 'group', g.id from order_groups g join orders o on o.group_id = g.id
 group by g.id
having sum(o.goods_fen) <> g.goods_fen or sum(o.freight_fen) <> g.freight_fen or sum(o.total_fen) <> g.total_fen
