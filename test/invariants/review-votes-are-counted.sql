-- Each review counts the votes it was given, none of them its author's own; its photographs are of its line.
select r.id, r.useful_count, coalesce(v.n, 0) as votes, 'count' as fault
  from reviews r left join (select review_id, count(*) as n from review_votes group by 1) v on v.review_id = r.id
 where r.useful_count <> coalesce(v.n, 0)
union all
select r.id, null, null, 'own vote' from reviews r join review_votes v on v.review_id = r.id and v.person_id = r.person_id
union all
select r.id, null, null, 'photograph of another line'
  from reviews r join review_photos p on p.review_id = r.id where p.order_line_id <> r.order_line_id
