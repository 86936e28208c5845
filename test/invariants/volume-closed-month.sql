-- A closed month is what it was when it closed: same entries, same sum, same digest.
select p.month, p.entry_count, p.confirmed_fen, p.digest
  from periods p
 where p.state = 'closed'
   and (p.digest <> volume_period_digest(p.month)
        or p.entry_count <> (select count(*) from volume_entries where period = p.month)
        or p.confirmed_fen <> (select coalesce(sum(goods_fen), 0) from volume_entries
                                where period = p.month and stage = 'confirmed' and counted));
