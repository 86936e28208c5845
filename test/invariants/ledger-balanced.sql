-- Every ledger transaction has at least two entries and sums to zero.
select t.id, t.kind, t.reference, count(e.transaction_id) as entries, coalesce(sum(e.amount_fen), 0) as total_fen
  from ledger_transactions t left join ledger_entries e on e.transaction_id = t.id
 group by t.id
having count(e.transaction_id) < 2 or coalesce(sum(e.amount_fen), 0) <> 0;
