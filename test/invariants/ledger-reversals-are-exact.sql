-- A reversal takes back its original account by account, and an original is reversed at most once.
select coalesce(o.id, r.id) as transaction_id
  from (select t.reverses_id as id, e.account_id, sum(e.amount_fen) as fen
          from ledger_transactions t join ledger_entries e on e.transaction_id = t.id
         where t.reverses_id is not null group by 1, 2) r
  full join (select e.transaction_id as id, e.account_id, sum(e.amount_fen) as fen
               from ledger_entries e
              where e.transaction_id in (select reverses_id from ledger_transactions) group by 1, 2) o
    on o.id = r.id and o.account_id = r.account_id
 where coalesce(o.fen, 0) + coalesce(r.fen, 0) <> 0
