-- Packages of a settled return went back on sale or were written off, each once, out of their lots.
select k.number, r.lot_id, r.returned, r.written_off, m.returned as moved_back, m.written_off as moved_off
  from after_sale_cases k
  join (select case_id, lot_id, sum(returned) as returned, sum(written_off) as written_off
          from after_sale_returns group by 1, 2) r on r.case_id = k.id
  cross join lateral (
    select coalesce(-sum(sold_delta) filter (where kind = 'returned'), 0) as returned,
           coalesce(sum(written_off_delta) filter (where kind = 'written-off'), 0) as written_off
      from lot_movements where reference = k.id::text and lot_id = r.lot_id) m
 where (r.returned, r.written_off) <> (m.returned, m.written_off)
union all
select k.number, null, l.quantity, l.resellable, r.returned, r.written_off
  from after_sale_cases k
  join after_sale_lines l on l.case_id = k.id
  cross join lateral (select coalesce(sum(returned), 0) as returned, coalesce(sum(written_off), 0) as written_off
                        from after_sale_returns where case_id = k.id and order_line_id = l.order_line_id) r
 where r.returned + r.written_off <> case when k.state = 'settled' and k.kind in ('return-and-refund', 'not-shipped') then l.quantity else 0 end
    or r.returned <> coalesce(l.resellable, 0)
