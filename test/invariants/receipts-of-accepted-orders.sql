-- Goods were received exactly where an order was accepted; what was wholly refunded before closes without.
select o.id, o.number, o.state
  from orders o left join goods_receipts r on r.order_id = o.id
 where (o.state in ('accepted', 'closed')) <> (r.id is not null)
   and not (o.state = 'closed' and o.total_fen = (select sum(k.agreed_fen) from after_sale_cases k
     where k.order_id = o.id and k.state = 'settled' and not k.is_after_acceptance))
