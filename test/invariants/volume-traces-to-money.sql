-- Every fen of confirmed volume leads to an order line and to a payment that took money.
select v.id, v.order_line_id, v.goods_fen
  from volume_entries v
  left join order_lines l on l.id = v.order_line_id
  left join orders o on o.id = l.order_id and o.id = v.order_id
 where v.stage = 'confirmed' and v.channel in ('online-retail', 'presale')
   and (o.id is null or v.goods_fen > l.line_total_fen
     or not exists (select from payments p where p.subject_id = o.group_id and p.captured_at is not null))
