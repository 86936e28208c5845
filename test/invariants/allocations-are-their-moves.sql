-- An allocation has come to its state by moves that follow each other.
select a.id, a.number, a.state
  from allocations a
 where not exists (select from allocation_moves m where m.allocation_id = a.id and m.to_state = a.state)
    or exists (select from allocation_moves m where m.allocation_id = a.id and m.from_state is not null
                  and not exists (select from allocation_moves b where b.allocation_id = a.id and b.to_state = m.from_state))
    or (select count(*) from allocation_moves m where m.allocation_id = a.id and m.from_state is null) <> 1
