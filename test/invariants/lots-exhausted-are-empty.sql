-- An exhausted lot has nothing left, an open one has; what is missing is missing of a lot that is short.
select id, code, state, quantity - held - sold - written_off as left_over from lots
 where (state = 'exhausted' and quantity - held - sold - written_off <> 0)
    or (state = 'open' and quantity - held - sold - written_off = 0)
union all
select l.id, l.code, l.state, s.missing from lots l join shortfalls s on s.lot_id = l.id
 where s.missing > 0 and l.state not in ('short', 'withdrawn')
