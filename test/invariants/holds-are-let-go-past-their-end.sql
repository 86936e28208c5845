-- Nothing is held more than five minutes past its end: the sweeper runs every fifteen seconds.
select id, reference, lot_id, expires_at from reservations
 where state = 'held' and expires_at < now() - interval '5 minutes'
