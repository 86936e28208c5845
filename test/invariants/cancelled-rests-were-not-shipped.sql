-- What was cancelled of a part-shipped order is in no parcel; with what left it is no more than was ordered, its buyer
-- gets no freight back for what is not wanted, and its goods are where the reason says: for sale, or written off.
select k.number, l.order_line_id, l.quantity, s.packed, o.quantity as ordered, 'in a parcel' as fault
  from after_sale_cases k
  join after_sale_lines l on l.case_id = k.id
  join order_lines o on o.id = l.order_line_id
  cross join lateral (select coalesce(sum(quantity), 0) as packed from shipment_lines
                       where order_line_id = l.order_line_id) s
  cross join lateral (select sum(x.quantity) as cancelled from after_sale_lines x join after_sale_cases c on c.id = x.case_id
                       where x.order_line_id = l.order_line_id and c.kind = 'not-shipped') c
 where k.kind = 'not-shipped' and s.packed + c.cancelled > o.quantity
union all
select k.number, l.order_line_id, l.quantity, l.resellable, l.refunded_freight_fen, 'goods or freight'
  from after_sale_cases k
  join after_sale_lines l on l.case_id = k.id
 where k.kind = 'not-shipped'
   and (k.state <> 'settled' or l.refunded_quantity is distinct from l.quantity
     or l.resellable is distinct from case k.reason when 'not-wanted' then l.quantity else 0 end
     or (k.reason = 'not-wanted' and l.refunded_freight_fen <> 0))
