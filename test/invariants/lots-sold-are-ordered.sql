-- Each line of a paid order has exactly its packages sold out of lots.
select l.id as order_line_id, o.number, o.state, l.quantity, coalesce(sum(r.quantity), 0) as sold
  from order_lines l
  join orders o on o.id = l.order_id
  left join reservations r on r.sku_id = l.sku_id and r.state = 'sold'
   and r.reference in (o.group_id::text, o.group_id || ':late')
 where o.state not in ('placed', 'cancelled')
 group by l.id, o.id
having coalesce(sum(r.quantity), 0) <> l.quantity
