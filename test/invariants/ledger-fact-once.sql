-- A business fact is booked once: kind and reference are never repeated.
select kind, reference, count(*) from ledger_transactions group by kind, reference having count(*) > 1;
