-- What a cooperative has earned less what it was paid is what the ledger owes it.
with owed as (
  select a.organisation_id as cooperative_id, -sum(e.amount_fen) as fen
  from ledger_entries e join ledger_accounts a on a.id = e.account_id
  where a.organisation_id is not null group by a.organisation_id
), earned as (
  select cooperative_id, sum(amount_fen) as fen from earnings group by cooperative_id
), paid as (
  select s.cooperative_id, sum(p.amount_fen) as fen
  from payouts p join settlements s on s.id = p.settlement_id where p.state = 'paid' group by s.cooperative_id
)
select coalesce(o.cooperative_id, e.cooperative_id) as cooperative_id
from owed o full join earned e on e.cooperative_id = o.cooperative_id left join paid p on p.cooperative_id = e.cooperative_id
where coalesce(o.fen, 0) <> coalesce(e.fen, 0) - coalesce(p.fen, 0)
