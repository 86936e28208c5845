-- Every adjustment was proposed by one person and approved by another, and is written once as approved.
select d.id, 'approved, not written as approved' as defect
  from volume_adjustments d
  left join volume_entries e on e.kind = 'adjustment' and e.reference = d.id::text and e.corrects_id = d.entry_id
       and e.goods_fen = d.goods_fen and e.mass_grams = d.mass_grams and e.author_id = d.proposed_by and e.approver_id = d.decided_by
 where d.state = 'approved' and e.id is null
union all
select e.id, 'written, not approved by another'
  from volume_entries e left join volume_adjustments d on d.id::text = e.reference
 where e.kind = 'adjustment'
   and (d.id is null or d.state <> 'approved' or d.proposed_by is not distinct from d.decided_by);
