-- Each paid order has exactly the packages of each sku sold out of lots that its lines name, by
-- themselves and in gift boxes.
select o.id as order_id, o.number, o.state, l.sku_id, l.quantity, coalesce(sum(r.quantity), 0) as sold
  from orders o
  join (select order_id, sku_id, sum(quantity) as quantity from order_lines group by order_id, sku_id) l
    on l.order_id = o.id
  left join reservations r on r.sku_id = l.sku_id and r.state = 'sold'
   and r.reference in (o.group_id::text, o.group_id || ':late')
 where o.state not in ('placed', 'cancelled')
 group by o.id, l.sku_id, l.quantity
having coalesce(sum(r.quantity), 0) <> l.quantity
