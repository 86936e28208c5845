-- The numbers of a lot are the sum of its movements, and never more than was offered.
select l.id, l.code
  from lots l left join lot_movements m on m.lot_id = l.id
 group by l.id
having l.quantity <> coalesce(sum(m.quantity_delta), 0) or l.held <> coalesce(sum(m.held_delta), 0)
    or l.sold <> coalesce(sum(m.sold_delta), 0) or l.written_off <> coalesce(sum(m.written_off_delta), 0)
    or l.held + l.sold + l.written_off > l.quantity
