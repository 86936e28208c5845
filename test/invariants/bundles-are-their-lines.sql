-- Gift boxes in an order cost what their contents add up to, and hold whole boxes; a box is put
-- together from one cooperative's own skus.
select 'ordered' as what, b.id from order_bundles b
  left join order_lines l on l.order_bundle_id = b.id
 group by b.id
having coalesce(sum(l.line_total_fen), 0) <> b.total_fen or bool_or(l.order_id <> b.order_id)
    or bool_or(l.quantity % b.quantity <> 0)
union all
select 'offered', b.id from bundles b
  join bundle_components m on m.bundle_id = b.id
  join skus s on s.id = m.sku_id
  join products p on p.id = s.product_id
 where p.cooperative_id <> b.cooperative_id
