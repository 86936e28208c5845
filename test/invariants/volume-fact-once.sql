-- A stage of an order line is counted once for each reference.
select order_line_id, stage, kind, reference, count(*)
  from volume_entries
 where order_line_id is not null
 group by order_line_id, stage, kind, reference
having count(*) > 1;
