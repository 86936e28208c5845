-- The volume of an order is its organisation's, in the channel and kind of the order; a shopper's is a person's.
select v.id, o.number, v.stage, v.buyer_kind, v.buyer_organisation_id
  from volume_entries v
  join order_lines l on l.id = v.order_line_id
  join orders o on o.id = l.order_id
 where v.kind <> 'adjustment'
   and ((v.buyer_kind = 'organisation') <> (o.buyer_id is not null)
     or v.buyer_organisation_id is distinct from o.buyer_id
     or (o.buyer_id is not null and (v.channel, v.purchase_kind) <> (o.channel, o.purchase_kind)))
