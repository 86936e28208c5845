-- Volume is intended from the cooperative's confirmation on, once for each allocation, to the fen.
select a.id, a.number, a.state, v.goods_fen
  from allocations a
  left join volume_entries v on v.order_line_id = a.id and v.stage = 'intended' and v.kind = 'count'
 where (a.confirmed_at is not null) <> (v.id is not null)
    or (v.goods_fen, v.quantity, v.mass_grams) <> (a.goods_fen, a.packages, a.mass_grams)
