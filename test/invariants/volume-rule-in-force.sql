-- Every count names a version of the counting rules that had begun on its day; 0 is the built-in one.
select e.id, e.rule_version, e.occurred_at
  from volume_entries e
  left join settings s on s.key = 'counting.rules' and s.version = e.rule_version
 where e.kind = 'count'
   and (e.rule_version <> 0 and (s.version is null or s.valid_from > (e.occurred_at at time zone 'Asia/Shanghai')::date));
