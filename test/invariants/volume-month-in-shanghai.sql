-- Day and month of a volume entry are those of Shanghai, whatever the host thinks.
select id, booked_at, local_day, period
  from volume_entries
 where local_day <> (booked_at at time zone 'Asia/Shanghai')::date
    or period <> to_char(booked_at at time zone 'Asia/Shanghai', 'YYYY-MM')
    or booked_at < occurred_at;
