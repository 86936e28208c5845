-- A reversal or adjustment takes away exactly from where the count went: same stage, line, scope and rule.
select c.id, c.kind, c.corrects_id
  from volume_entries c left join volume_entries o on o.id = c.corrects_id
 where c.kind <> 'count'
   and (o.id is null or o.kind <> 'count'
        or (c.stage, c.order_line_id, c.cooperative_id, c.product_id, c.township, c.category, c.buyer_kind, c.subdistrict_code,
            c.channel, c.purchase_kind, c.attribution, c.counted, c.scope_reasons, c.rule_version)
           is distinct from
           (o.stage, o.order_line_id, o.cooperative_id, o.product_id, o.township, o.category, o.buyer_kind, o.subdistrict_code,
            o.channel, o.purchase_kind, o.attribution, o.counted, o.scope_reasons, o.rule_version));
