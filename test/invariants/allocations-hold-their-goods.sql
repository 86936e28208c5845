-- What is proposed, accepted or confirmed is held under the allocation's id, package for package; what ended holds nothing.
select a.id, a.number, a.state, a.packages, coalesce(sum(r.quantity), 0) as held
  from allocations a
  left join reservations r on r.reference = a.id::text and r.lot_id = a.lot_id and r.state = 'held'
 where a.state <> 'ordered'
 group by a.id
having coalesce(sum(r.quantity), 0) <> case when a.state in ('proposed', 'accepted', 'confirmed') then a.packages else 0 end
