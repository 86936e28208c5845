-- A line is counted in one channel, for one cooperative, once in each stage.
select order_line_id
  from volume_entries
 where order_line_id is not null
 group by order_line_id
having count(distinct channel) > 1 or count(distinct cooperative_id) > 1
union all
select order_line_id
  from volume_entries
 where order_line_id is not null and kind = 'count'
 group by order_line_id, stage having count(*) > 1
