-- Each paid order has exactly the packages of each sku sold out of lots that its lines name, by
-- themselves and in gift boxes; each line out of an allocation exactly those of the allocation.
with ordered as (
  select o.id, o.number, o.state, l.sku_id, coalesce(l.allocation_id, o.group_id)::text as reference,
         sum(l.quantity) as quantity
    from order_lines l join orders o on o.id = l.order_id
   where o.state not in ('placed', 'cancelled')
   group by o.id, l.sku_id, coalesce(l.allocation_id, o.group_id))
select o.id as order_id, o.number, o.state, o.sku_id, o.quantity, coalesce(sum(r.quantity), 0) as sold
  from ordered o
  left join reservations r on r.sku_id = o.sku_id and r.state = 'sold'
   and r.reference in (o.reference, o.reference || ':late')
 group by o.id, o.number, o.state, o.sku_id, o.reference, o.quantity
having coalesce(sum(r.quantity), 0) <> o.quantity
