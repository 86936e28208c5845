-- A confirmed transfer stands at the bank with its amount; one that was reversed, or never confirmed, with nothing;
-- what went back unused has left the bank.
select t.id, t.state, t.amount_fen, coalesce(sum(f.amount_fen), 0) as booked_fen
  from transfers t
  left join ledger_facts f on f.kind in ('transfer', 'transfer.reversal') and f.reference = t.id::text and f.account = 'bank'
 group by t.id
having coalesce(sum(f.amount_fen), 0) <> case t.state when 'confirmed' then t.amount_fen else 0 end
union all
select r.id, r.state, r.amount_fen, coalesce(sum(f.amount_fen), 0)
  from transfer_returns r
  left join ledger_facts f on f.kind = 'transfer-return' and f.reference = r.id::text and f.account = 'bank'
 where r.refund_id is null
 group by r.id
having coalesce(sum(f.amount_fen), 0) <> case r.state when 'sent' then -r.amount_fen else 0 end
