-- A settlement is the sum of the earnings it names, and a payout pays exactly its settlement.
select s.id
from settlements s
left join settlement_earnings l on l.settlement_id = s.id
left join earnings e on e.id = l.earning_id
group by s.id
having sum(e.amount_fen) is distinct from s.amount_fen or count(e.id) <> s.earning_count
union all
select s.id from settlements s join payouts p on p.settlement_id = s.id where p.amount_fen <> s.amount_fen
  or (s.state = 'paid') <> exists (select from payouts q where q.settlement_id = s.id and q.state = 'paid')
