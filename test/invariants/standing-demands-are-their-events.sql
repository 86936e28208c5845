-- A standing demand is in the state of its latest move, and what was written of it is its own buyer's.
select s.id, s.state, m.kind from standing_demands s
  left join lateral (select e.kind from standing_demand_events e where e.standing_demand_id = s.id and e.week is null and e.kind <> 'edited'
    order by e.id desc limit 1) m on true
 where s.state is distinct from case m.kind when 'created' then 'active' when 'resumed' then 'active' else m.kind end
union all
select s.id, s.state, 'written for another' from standing_demands s
  join standing_demand_events e on e.standing_demand_id = s.id join demands d on d.id = e.demand_id
 where d.buyer_id <> s.buyer_id
