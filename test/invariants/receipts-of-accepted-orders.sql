-- Goods were received exactly where an order was accepted.
select o.id, o.number, o.state
  from orders o left join goods_receipts r on r.order_id = o.id
 where (o.state in ('accepted', 'closed')) <> (r.id is not null)
