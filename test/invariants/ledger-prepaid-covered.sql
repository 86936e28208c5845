-- Buyers never get back or spend more than they paid: what they prepaid is never a debit.
select a.code, sum(e.amount_fen) as balance_fen
  from ledger_entries e join ledger_accounts a on a.id = e.account_id
 where a.account_group = 'buyer-prepaid'
 group by a.code
having sum(e.amount_fen) > 0;
