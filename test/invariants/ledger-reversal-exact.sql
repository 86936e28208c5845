-- A posting is reversed at most once, by its exact negative, account by account; a reversal is not reversed.
select reverses_id, 'reversed twice' as defect
  from ledger_transactions where reverses_id is not null group by reverses_id having count(*) > 1
union all
select r.reverses_id, 'reversal of a reversal'
  from ledger_transactions r join ledger_transactions o on o.id = r.reverses_id where o.reverses_id is not null
union all
select r.reverses_id, 'not the exact negative'
  from ledger_transactions r join ledger_entries e on e.transaction_id in (r.id, r.reverses_id)
 where r.reverses_id is not null
 group by r.id, e.account_id, e.order_id, e.order_line_id, e.payment_id, e.refund_id
having sum(e.amount_fen) <> 0;
