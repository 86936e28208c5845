-- The freight of an order is shared among its lines to the last fen.
select o.id, o.number, o.freight_fen, sum(v.freight_fen) as shared_fen
  from orders o join volume_entries v on v.order_id = o.id and v.stage = 'ordered' and v.kind = 'count'
 group by o.id
having sum(v.freight_fen) <> o.freight_fen
