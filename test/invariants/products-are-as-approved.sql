-- A listed product whose sensitive facts are not those that another person approved last.
select p.id, p.slug, p.name_zh, v.facts
from products p
  join lateral (select facts from product_reviews r where r.product_id = p.id and r.state = 'approved'
    order by r.decided_at desc limit 1) v on true
where p.state = 'listed' and (
  p.name_zh is distinct from v.facts -> 'name' ->> 'zh' or p.name_en is distinct from v.facts -> 'name' ->> 'en'
  or p.category_code is distinct from v.facts ->> 'categoryCode'
  or p.township_code is distinct from v.facts ->> 'townshipCode'
  or p.temperature_mode is distinct from v.facts ->> 'temperatureMode'
  or to_jsonb(p.villages) is distinct from v.facts -> 'villages'
  or p.compliance is distinct from v.facts -> 'compliance')
