-- Goods that were sent again have a parcel that left when the case says so, and no others have one; what was received is on
-- its way no more, and what its courier has lost waits for nobody's silence.
select k.number, k.state, k.resent_at, p.dispatched_at, p.state as parcel
  from after_sale_cases k
  full join replacement_parcels p on p.case_id = k.id
 where (k.resent_at is null) <> (p.case_id is null)
    or k.resent_at is distinct from p.dispatched_at
    or (k.state = 'replaced' and p.state not in ('accepted', 'lost', 'returned'))
    or (k.state = 'resent' and p.state not in ('dispatched', 'delivered'))
