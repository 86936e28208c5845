-- A forecast is what its latest change says, and every change before it is kept.
select f.id, f.week, f.version, c.version as kept from harvest_forecasts f
  left join harvest_forecast_changes c on c.forecast_id = f.id and c.version = f.version
 where c.id is null
    or (c.low_grams, c.likely_grams, c.high_grams, c.note) is distinct from (f.low_grams, f.likely_grams, f.high_grams, f.note)
union all
select f.id, f.week, f.version, count(*)::int from harvest_forecasts f
  join harvest_forecast_changes c on c.forecast_id = f.id
 group by f.id having count(*) <> f.version
