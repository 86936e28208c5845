-- Whoever recorded, proposed or asked for something of a transfer is never who decided it.
select id, 'transfer' as what from transfers
 where (state in ('confirmed', 'reversed') and decided_by = recorded_by) or reversed_by = reversal_proposed_by
union all
select id, 'assignment' from transfer_assignments where decided_by = recorded_by
union all
select id, 'return' from transfer_returns where sent_by in (proposed_by, requested_by)
