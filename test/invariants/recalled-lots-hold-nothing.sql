-- No order holds packages of a recalled lot, and what rounds had promised of it is let go within minutes.
select r.id, r.reference, c.lot_code, c.made_at
  from recalls c
  join reservations r on r.lot_id = c.lot_id and r.state = 'held'
 where c.made_at < now() - interval '5 minutes'
    or exists (select from order_groups g where g.id::text = split_part(r.reference, ':', 1))
