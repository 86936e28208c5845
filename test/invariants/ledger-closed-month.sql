-- Nothing is booked into a month after it began to close.
select t.id, t.period, t.created_at, p.closing_at
  from ledger_transactions t join periods p on p.month = t.period
 where p.state <> 'open' and t.created_at > p.closing_at;
