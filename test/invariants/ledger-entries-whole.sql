-- No entry of zero, none without its transaction or its account.
select e.transaction_id, e.position, e.amount_fen
  from ledger_entries e
  left join ledger_transactions t on t.id = e.transaction_id
  left join ledger_accounts a on a.id = e.account_id
 where e.amount_fen = 0 or t.id is null or a.id is null;
