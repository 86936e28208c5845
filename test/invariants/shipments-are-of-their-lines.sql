-- No more of a line is in parcels than was ordered; an order says exactly whether a part, or all that was
-- not refunded, has left; it is delivered only when its parcels are.
with lines as (
  select l.order_id, l.id, l.quantity, coalesce(c.refunded_quantity, 0) as refunded, coalesce(s.packed, 0) as packed
    from order_lines l
    left join order_line_claims c on c.order_line_id = l.id
    left join (select order_line_id, sum(quantity) as packed from shipment_lines group by 1) s on s.order_line_id = l.id
), sums as (
  select order_id, sum(packed) as packed, sum(greatest(quantity - refunded - packed, 0)) as left
    from lines group by 1
)
select o.number, o.state, 'more than ordered' as fault from orders o join lines l on l.order_id = o.id
 where l.packed > l.quantity
union all
select o.number, o.state, 'state' from orders o join sums s on s.order_id = o.id
 where (o.state in ('placed', 'confirmed', 'cancelled') and s.packed > 0)
    or (o.state = 'partly-shipped' and (s.packed = 0 or s.left = 0))
    or (o.state in ('shipped', 'delivered') and s.left > 0)
union all
select o.number, o.state, 'not delivered' from orders o join shipments s on s.order_id = o.id
 where o.state = 'delivered' and s.state <> 'delivered'
union all
select o.number, o.state, 'of another order' from shipment_lines p join shipments s on s.id = p.shipment_id
  join order_lines l on l.id = p.order_line_id join orders o on o.id = s.order_id
 where l.order_id <> s.order_id
