-- An entry either counts or says why it does not.
select id, counted, scope_reasons from volume_entries where counted <> (scope_reasons = '{}');
