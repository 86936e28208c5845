-- No order line is counted in two channels, to two cooperatives, attributions or purchase kinds.
select order_line_id
  from volume_entries
 where order_line_id is not null
 group by order_line_id
having count(distinct (channel, cooperative_id, product_id, attribution, purchase_kind)) > 1;
