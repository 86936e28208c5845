-- The whole ledger sums to zero, and so does each month.
select t.period, sum(e.amount_fen) as total_fen
  from ledger_entries e join ledger_transactions t on t.id = e.transaction_id
 group by grouping sets ((t.period), ())
having sum(e.amount_fen) <> 0;
