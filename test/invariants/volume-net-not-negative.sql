-- No stage of an order line is taken back further than it was counted, in money, packages or grams.
select order_line_id, stage, sum(goods_fen) as goods_fen, sum(quantity) as quantity, sum(mass_grams) as mass_grams
  from volume_entries
 where order_line_id is not null and kind <> 'adjustment'
 group by order_line_id, stage
having least(sum(goods_fen), sum(freight_fen), sum(packing_fen), sum(subsidy_fen), sum(quantity), sum(mass_grams)) < 0;
