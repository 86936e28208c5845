-- The month of an entry is that of Shanghai when it was booked, not that of UTC.
select 'ledger' as journal, id from ledger_transactions
 where period <> to_char(booked_at at time zone 'Asia/Shanghai', 'YYYY-MM')
union all
select 'volume', id from volume_entries
 where period <> to_char(booked_at at time zone 'Asia/Shanghai', 'YYYY-MM')
