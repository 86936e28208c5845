-- The stars in the shop window are those of the reviews that are shown, and only what was received is reviewed.
select 'rating' as what, s.product_id from product_search s
  left join (select product_id, count(*) as n, sum(rating) as stars from reviews where not is_hidden group by product_id) r
    on r.product_id = s.product_id
 where s.rating_count <> coalesce(r.n, 0) or s.rating_sum <> coalesce(r.stars, 0)
union all
select 'not received', r.id from reviews r join orders o on o.id = r.order_id join order_lines l on l.id = r.order_line_id
 where o.state not in ('accepted', 'closed') or l.order_id <> r.order_id or l.product_id <> r.product_id
