-- Double entry: each transaction has at least two entries and sums to zero.
select t.id, t.kind, t.reference, count(e.*) as entries, coalesce(sum(e.amount_fen), 0) as sum_fen
  from ledger_transactions t
  left join ledger_entries e on e.transaction_id = t.id
 group by t.id
having count(e.*) < 2 or coalesce(sum(e.amount_fen), 0) <> 0
