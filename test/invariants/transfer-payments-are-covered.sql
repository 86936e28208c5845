-- What a payment by transfer has seen and is covered by are its assignments, to the fen; captured is what is covered whole.
select p.id, p.state, p.amount_fen, p.transfer_seen_fen, p.transfer_covered_fen, a.seen_fen, a.covered_fen
  from payments p
  cross join lateral (select coalesce(sum(amount_fen) filter (where state = 'recorded'), 0) as seen_fen,
                             coalesce(sum(amount_fen) filter (where state = 'confirmed'), 0) as covered_fen
                        from transfer_assignments where payment_id = p.id) a
 where p.transfer_seen_fen <> a.seen_fen or p.transfer_covered_fen <> a.covered_fen
    or (p.way = 'online' and a.seen_fen + a.covered_fen > 0)
    or (p.way = 'bank-transfer' and (p.captured_at is not null) <> (a.covered_fen = p.amount_fen))
