-- What was accepted above the limit it was weighed by was approved first by somebody else, before, and is of a budget line.
select a.id, a.number, a.approval_limit_fen, a.first_approved_by, a.accepted_by
  from allocations a
 where (a.goods_fen + a.freight_fen > a.approval_limit_fen and a.first_approved_by is null)
    or a.first_approved_by = a.accepted_by
    or a.first_approved_at > a.accepted_at
    or (coalesce(a.approval_limit_fen, 0) > 0 or a.first_approved_by is not null) and a.budget_line_id is null
