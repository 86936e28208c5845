-- A round never gives a line more than it wanted, nor another lot, price, day or freight than its ticket says.
select a.round_id, a.demand_line_id, sum(a.mass_grams) as given, max(t.wanted_grams) as wanted
  from allocations a
  join tickets t on t.round_id = a.round_id and t.demand_line_id = a.demand_line_id and t.attempt = a.attempt
 group by a.round_id, a.demand_line_id, a.attempt
having sum(a.mass_grams) > max(t.wanted_grams)
union all
select a.round_id, a.demand_line_id, a.packages, null
  from allocations a
 where not exists (
   select from tickets t, jsonb_to_recordset(t.parts) as p("lotId" uuid, packages int, "goodsFen" bigint, "freightFen" bigint,
       "leavesOn" date, "arrivesOn" date)
    where t.round_id = a.round_id and t.demand_line_id = a.demand_line_id and t.attempt = a.attempt
      and p."lotId" = a.lot_id and a.packages <= p.packages
      and (a.packages < p.packages or (a.goods_fen, a.freight_fen) = (p."goodsFen", p."freightFen"))
      and (a.leaves_on, a.arrives_on) = (p."leavesOn", p."arrivesOn"))
