-- What a lot holds is its open reservations; what it sold is its sold ones less what was put back.
select l.id, l.code, l.held, r.held as reserved, l.sold, r.sold as resolved_sold, b.gone
  from lots l
  cross join lateral (select coalesce(sum(quantity) filter (where state = 'held'), 0) as held,
                             coalesce(sum(quantity) filter (where state = 'sold'), 0) as sold
                        from reservations where lot_id = l.id) r
  cross join lateral (select coalesce(-sum(sold_delta), 0) as gone
                        from lot_movements where lot_id = l.id and kind in ('returned', 'written-off')) b
 where l.held <> r.held or l.sold <> r.sold - b.gone
