-- A case belongs to the organisation, or to nobody, whose order it is about.
select c.id, c.number, c.buyer_id, o.buyer_id as of_order
from after_sale_cases c
join orders o on o.id = c.order_id
where c.buyer_id is distinct from o.buyer_id
