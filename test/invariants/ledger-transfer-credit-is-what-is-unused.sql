-- What is owed to payers is what came in by confirmed transfers, less what it paid, less what went back unused.
select * from (
  select coalesce((select -sum(amount_fen) from ledger_facts where account = 'transfer-credit'), 0) as booked_fen,
         coalesce((select sum(amount_fen) from transfers where state = 'confirmed'), 0)
       - coalesce((select sum(amount_fen) from payments where way = 'bank-transfer' and captured_at is not null), 0)
       - coalesce((select sum(amount_fen) from transfer_returns where refund_id is null and state = 'sent'), 0) as unused_fen
) as credit
 where booked_fen <> unused_fen
