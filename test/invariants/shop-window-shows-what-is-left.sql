-- What the shop window says of a sku with few left is what its lots have; it never offers what is gone.
select s.product_id, s.slug, k.id as sku_id, coalesce((s.sku_left ->> k.id::text)::bigint, 0) as shown, l.available
  from product_search s
  join skus k on k.product_id = s.product_id
  cross join lateral (
    select coalesce(sum(quantity - held - sold - written_off), 0) as available, count(*) as lots,
           bool_and(harvest_from < (now() at time zone 'Asia/Shanghai')::date - 1
                and last_sale_day > (now() at time zone 'Asia/Shanghai')::date + 1) as is_settled
      from lots where sku_id = k.id and state = 'open') l
 where l.lots > 0 and l.is_settled
   and (l.available <= 20 or coalesce((s.sku_left ->> k.id::text)::bigint, 0) <= 20)
   and coalesce((s.sku_left ->> k.id::text)::bigint, 0) <> l.available
